package org.closedloop.feedback;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.closedloop.core.directory.Role;
import org.closedloop.kit.testing.TestTokens;

/** The hub's operators at their surface. */
final class Ops {

  private Ops() {}

  static Response parked(String referral) {
    return request().get("/ops/parked?referral=" + referral);
  }

  static Response resolved(String referral) {
    return request().get("/ops/parked?resolved=true&referral=" + referral);
  }

  static int count(String referral) {
    return parked(referral).path("count");
  }

  static Response replay(String referral) {
    return replay(referral, UUID.randomUUID().toString());
  }

  static Response replay(String referral, String requestId) {
    return request().header("X-Request-ID", requestId).post("/ops/parked/" + referral + "/replay");
  }

  static Response rehearse(String referral) {
    return request().post("/ops/parked/" + referral + "/replay?dryRun=true");
  }

  static Response discard(String referral, String reason) {
    return request()
        .contentType("application/json")
        .body("{\"reason\":\"" + reason + "\"}")
        .post("/ops/parked/" + referral + "/discard");
  }

  static RequestSpecification request() {
    return given().header("Authorization", TestTokens.of("somebody", Role.OPS));
  }
}
