package org.closedloop.feedback;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.closedloop.core.directory.Role;
import org.closedloop.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Who may ask, and what readiness depends on. */
@QuarkusTest
class AccessTest extends RecordTest {

  private static final String PAGE = "/ops/referrals/" + UUID.randomUUID();

  @Test
  void shouldDependOnTheDatabase() {
    get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem(containsString("PostgreSQL")));
  }

  @Test
  void shouldKeepInternalApiToItself() {
    given().get("/internal/claims/x").then().statusCode(403);
    given().header("X-Hub-Key", "guess").get("/internal/claims/x").then().statusCode(403);
    internal("/internal/claims/x").then().statusCode(404);
  }

  @Test
  void shouldLetOnlyOpsLookAtHistory() {
    given().get(PAGE).then().statusCode(401).body("resourceType", equalTo("OperationOutcome"));
    assertRefused(TestTokens.of(Story.BY_TOPIC, Role.INITIATOR), 403);
    assertRefused(TestTokens.expired("somebody", Role.OPS), 401);
    assertRefused(TestTokens.foreign("somebody", Role.OPS), 401);
    assertRefused(TestTokens.of("somebody", Role.OPS), 404);
  }

  private static void assertRefused(String token, int status) {
    given().header("Authorization", token).get(PAGE).then().statusCode(status);
  }
}
