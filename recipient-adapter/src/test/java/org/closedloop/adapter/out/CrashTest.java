package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an instance that died leaves in the database is taken up by another. */
@QuarkusTest
@AdapterTest
class CrashTest {

  private static final String LEFT_BEHIND =
      """
      insert into delivery
        (id, referral_id, sequence, program, is_referral, payload, state, attempts, leased_until,
         claim_due, changed_at)
      values (?, ?, 1, 'push-one', true, ?, ?, 1, now() - interval '1 minute', ?,
         now() - interval '1 minute')
      """;

  @Inject DataSource database;

  private World world;
  private PlayedReferral referral;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
    referral = world.referralTo("push-one");
  }

  @Test
  void shouldHandOverAgainUnderTheSameIdWhatADeadWorkerHadLeased() throws SQLException {
    insert("leased", null);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !world.feedback().claims(referral.id(), ClaimKind.DELIVERED).isEmpty());

    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
    assertThat(world.pushOne().calls(referral.id()).get(0).requestId())
        .isEqualTo(DeliveryId.of(referral.id(), 1));
  }

  @Test
  void shouldSayAClaimThatADeadWorkerHadNotSaid() throws SQLException {
    insert("delivered", "DELIVERED");

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !world.feedback().claims(referral.id(), ClaimKind.DELIVERED).isEmpty());

    assertThat(world.pushOne().calls(referral.id())).isEmpty();
  }

  private void insert(String state, String claimDue) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(LEFT_BEHIND)) {
      insert.setString(1, DeliveryId.of(referral.id(), 1));
      insert.setString(2, referral.id());
      insert.setBytes(3, EnvelopeCodec.seal(Envelope.ofPayload(referral.packageMessage())));
      insert.setString(4, state);
      insert.setString(5, claimDue);
      insert.executeUpdate();
    }
  }
}
