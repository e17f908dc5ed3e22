package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.Recipient;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.topic.Topics;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that cannot be reached is waited for: nothing is skipped, refused or sent twice. */
@QuarkusTest
@AdapterTest
class DatabaseDownTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TestHTTPResource("/")
  URI base;

  private World world;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
  }

  @AfterEach
  void comesBack() throws SQLException {
    asOperator("alter database postgres allow_connections true");
  }

  @Test
  void shouldWaitForTheDatabaseAndThenGoOn() throws SQLException {
    PlayedReferral known = world.referralTo("push-one");
    known.recorded();
    await().atMost(SOON).until(() -> status(known) == 200);
    goDown();
    await().atMost(SOON).until(() -> status(known) == 503);

    PlayedReferral referral = world.referralTo("push-one");
    referral.routePackage();
    referral.command(ClaimKind.REPLAY, 3, null);
    await().during(Duration.ofSeconds(1)).until(() -> status(known) == 503);
    assertThat(world.pushOne().calls(referral.id())).isEmpty();
    comesBack();

    await()
        .atMost(SOON)
        .until(() -> !world.feedback().claims(referral.id(), ClaimKind.DELIVERED).isEmpty());
    await().atMost(SOON).until(() -> status(referral) == 200);
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
    assertThat(world.topics().all(Topics.deadLetters(Topics.routed("arthritis"))))
        .noneMatch(record -> referral.id().equals(record.key()));
  }

  private int status(PlayedReferral referral) {
    return Recipient.of(base, "push-one").get("/fhir/Task/" + referral.id()).statusCode();
  }

  private static void goDown() throws SQLException {
    asOperator("alter database postgres allow_connections false");
    asOperator(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'"
            + " and application_name like 'vertx%'");
  }

  private static void asOperator(String statement) throws SQLException {
    Config config = ConfigProvider.getConfig();
    String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
    try (Connection connection =
            DriverManager.getConnection(
                url.replaceAll("/[^/]*$", "/template1"),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
