package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.Sql;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.identity.ReferralId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several instances on one database: what a stalled one had leased goes to another, and it is late.
 * The program only fetches, so the worker leaves its rows alone.
 */
@QuarkusTest
@AdapterTest
class LeaseTest {

  private static final String PROGRAM = "pull-only";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject DeliveryStore store;
  @Inject AttemptStore attempts;
  @Inject ClaimsDue due;
  @Inject Carrier carrier;
  @Inject DataSource database;
  private String referral;

  @BeforeEach
  void enqueue() {
    World.get();
    Sql.change(database, "delete from delivery where program = ?", PROGRAM);
    referral = ReferralId.derive("lease" + System.nanoTime());
    store.enqueue(List.of(message())).await().atMost(SOON);
  }

  @Test
  void shouldNoteTheAttemptThatWasLeftBehind() {
    Parcel stalled = lease();
    loseTheLease();

    Parcel other = lease();
    assertThat(other.attempts()).isEqualTo(2);
    List<ClaimDue> said = finish(other, new AttemptResult.HandedOver());

    assertThat(said)
        .extracting(ClaimDue::kind)
        .containsExactly(ClaimKind.ATTEMPT, ClaimKind.DELIVERED);
    assertThat(((ClaimDue.OfAttempt) said.get(0)).attempt().word()).isEqualTo("left-behind");
    assertThat(finish(stalled, new AttemptResult.HandedOver())).isEmpty();
  }

  @Test
  void shouldIgnoreTheFailureOfOneWhoLostItsLease() {
    Parcel stalled = lease();
    loseTheLease();
    Parcel other = lease();

    assertThat(finish(stalled, new AttemptResult.Refused("http-400"))).isEmpty();
    assertThat(finish(other, new AttemptResult.HandedOver())).isNotEmpty();
  }

  @Test
  void shouldNotHandOverOnALeaseThatIsOver() {
    Parcel leased = lease();
    Parcel stalled =
        new Parcel(
            leased.id(),
            leased.referralId(),
            1,
            "push-one",
            true,
            null,
            1,
            leased.lease(),
            System.nanoTime() - 1,
            leased.message());

    assertThat(carrier.attempt(stalled).await().atMost(SOON))
        .isEqualTo(new AttemptResult.Hindered("lease-over"));
    assertThat(World.get().pushOne().calls(referral)).isEmpty();
  }

  @Test
  void shouldNotCountWhatTheHubCouldNotTry() {
    Parcel first = lease();
    assertThat(finish(first, new AttemptResult.Hindered("record-unreachable"))).isEmpty();
    Sql.change(database, "update delivery set next_at = now() where referral_id = ?", referral);

    Parcel second = lease();

    assertThat(second.attempts()).isEqualTo(1);
    assertThat(second.lease()).isNotEqualTo(first.lease());
    assertThat(finish(first, new AttemptResult.Refused("http-400"))).as("an older lease").isEmpty();
  }

  @Test
  void shouldTellADeliveryOnlyAfterTheAttemptsBeforeIt() {
    finish(lease(), new AttemptResult.NotTaken("http-503", false));
    Sql.change(database, "update delivery set next_at = now() where referral_id = ?", referral);

    List<ClaimDue> said = finish(lease(), new AttemptResult.HandedOver());

    assertThat(said)
        .extracting(ClaimDue::kind)
        .containsExactly(ClaimKind.ATTEMPT, ClaimKind.DELIVERED);
  }

  @Test
  void shouldTakeEachClaimThatWasLeftBehindOnceAtATime() {
    for (int i = 0; i < 20; i++) {
      Sql.change(
          database,
          "insert into attempt_due (id, referral_id, sequence, number, word, say_after)"
              + " values (?, ?, 1, ?, 'http-503', now() + interval '1 day')",
          referral + "#" + i,
          referral,
          i);
    }
    Sql.change(database, "update attempt_due set say_after = now() - interval '1 s'");

    List<ClaimDue> taken =
        Uni.join()
            .all(IntStream.range(0, 4).mapToObj(i -> due.attempts()).toList())
            .andFailFast()
            .await()
            .atMost(SOON)
            .stream()
            .flatMap(List::stream)
            .filter(claim -> claim.referralId().equals(referral))
            .toList();

    assertThat(taken).doesNotHaveDuplicates();
    await()
        .atMost(SOON)
        .until(
            () ->
                Sql.rows(database, "select id from attempt_due where referral_id = ?", referral)
                    .isEmpty());
  }

  private Parcel lease() {
    return store.lease(PROGRAM, 1).await().atMost(SOON).get(0);
  }

  private List<ClaimDue> finish(Parcel parcel, AttemptResult result) {
    return attempts.finish(parcel, result).await().atMost(SOON).claims();
  }

  private void loseTheLease() {
    Sql.change(
        database,
        "update delivery set leased_until = now() - interval '1 s' where id = ?",
        DeliveryId.of(referral, 1));
  }

  private RoutedMessage message() {
    return new RoutedMessage(
        new Routed(
            referral,
            1,
            true,
            "arthritis",
            "mesa-clinic",
            PROGRAM,
            "message-" + referral,
            Instant.parse("2026-03-10T09:00:00Z")),
        new byte[] {1});
  }
}
