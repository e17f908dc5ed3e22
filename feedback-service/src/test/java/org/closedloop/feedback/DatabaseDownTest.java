package org.closedloop.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.closedloop.core.directory.Role;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.testing.TestTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** While the database takes no connections: 503 with Retry-After, and claims wait. */
@QuarkusTest
class DatabaseDownTest extends RecordTest {

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void shouldAnswer503AndLoseNothing() throws SQLException {
    Story before = Story.fresh();
    Story meanwhile = Story.fresh();
    submit(before);
    try {
      elsewhere("alter database %s allow_connections false");
      elsewhere(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
              + " and application_name not like '%%JDBC%%'");
      send(meanwhile.submission(), meanwhile.request());

      await().atMost(SOON).until(() -> ops(before.id()).statusCode() == 503);
      unavailable(ops(before.id()));
      unavailable(internal("/internal/claims/" + before.submission().claimId()));
      unavailable(
          given().header("Authorization", TestTokens.of("somebody", Role.OPS)).get("/ops/overdue"));
    } finally {
      elsewhere("alter database %s allow_connections true");
    }

    assertThat(verdict(meanwhile.submission().claimId()).tid()).isEqualTo("01");
    assertThat(topics.all(Topics.deadLetters(Topics.CLAIMS)))
        .noneMatch(r -> meanwhile.id().equals(r.key()));
  }

  private static void unavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("resourceType", equalTo("OperationOutcome"));
  }

  private void elsewhere(String sql) throws SQLException {
    int slash = url.lastIndexOf('/');
    String name = url.substring(slash + 1);
    try (Connection connection =
            DriverManager.getConnection(url.substring(0, slash) + "/template1", user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(name));
    }
  }
}
