package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.Sql;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.claim.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done for many in one transaction is done for each as if it were alone. */
@QuarkusTest
@AdapterTest
class HandOversTest {

  private static final String PROGRAM = "pull-only";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int MANY = 40;

  @Inject DeliveryStore store;
  @Inject AttemptStore attempts;
  @Inject ClaimsDue due;
  @Inject Hearing hearing;
  @Inject TaskViews views;
  @Inject DataSource database;

  private final List<String> referrals =
      Stream.generate(() -> UUID.randomUUID().toString()).limit(MANY).toList();

  @BeforeEach
  void emptyTheQueue() {
    Sql.change(database, "delete from delivery where program = ?", PROGRAM);
  }

  @Test
  void shouldSayOfEachWhatIsToBeSaidAndWhatWaitsBehind() {
    enqueue(referrals.stream().map(id -> message(id, 1)).toList());
    List<Parcel> parcels = store.lease(PROGRAM, MANY).await().atMost(SOON);
    enqueue(List.of(message(referrals.get(3), 4)));

    List<Concluded> concluded = handedOver(parcels);

    for (int i = 0; i < MANY; i++) {
      String referral = parcels.get(i).referralId();
      assertThat(concluded.get(i).claims())
          .containsExactly(
              new ClaimDue.OfDelivery(parcels.get(i).id(), referral, ClaimKind.DELIVERED, null));
      assertThat(concluded.get(i).more()).isEqualTo(referral.equals(referrals.get(3)));
    }
    assertThat(handedOver(parcels)).as("once").containsOnly(Concluded.NOTHING);
  }

  @Test
  void shouldStrikeOutOnlyWhatWasSaid() {
    enqueue(referrals.stream().map(id -> message(id, 1)).toList());
    List<ClaimDue> said =
        handedOver(store.lease(PROGRAM, MANY).await().atMost(SOON)).stream()
            .flatMap(one -> one.claims().stream())
            .toList();
    String other = said.get(0).referralId();
    Sql.change(
        database, "update delivery set claim_due = 'WITHDRAWN' where referral_id = ?", other);

    Uni.join().all(said.stream().map(due::strike).toList()).andFailFast().await().atMost(SOON);

    assertThat(
            Sql.rows(
                database,
                "select referral_id from delivery where program = ? and claim_due is not null",
                PROGRAM))
        .containsExactly(other);
  }

  @Test
  void shouldTakeNothingBackOfWhatAProgramSpeaksOfAndHearNoOther() {
    enqueue(referrals.stream().map(id -> message(id, 1)).toList());
    String others = referrals.get(5);
    Uni.join()
        .all(
            referrals.stream()
                .map(id -> hearing.of(id.equals(others) ? "kc-wellness" : PROGRAM, id))
                .toList())
        .andFailFast()
        .await()
        .atMost(SOON);

    assertThat(
            Sql.rows(
                database,
                "select referral_id from delivery where program = ? and not maybe_arrived",
                PROGRAM))
        .containsExactly(others);
  }

  @Test
  void shouldShowTheLastOfWhatWasSaidOfAReferral() {
    String referral = referrals.get(0);
    Sql.change(
        database,
        "insert into task_view (referral_id, initiator, program, use_case, service_value,"
            + " authored_on, sequence, status, delivery, last_modified)"
            + " values (?, 'mesa-clinic', 'pull-only', 'arthritis', 'x', now(), 3, 'requested',"
            + " 'DELIVERED', now())",
        referral);

    List<Uni<Void>> all =
        IntStream.of(2, 5, 4)
            .mapToObj(sequence -> views.told(verdict(referral, sequence)))
            .toList();
    Uni.join().all(all).andFailFast().await().atMost(SOON);

    TaskRecord shown = views.find(PROGRAM, referral).await().atMost(SOON).orElseThrow();
    assertThat(shown.sequence()).isEqualTo(5);
    assertThat(shown.status()).isEqualTo("accepted");
    assertThat(shown.businessStatus()).isEqualTo("5.0");
  }

  private List<Concluded> handedOver(List<Parcel> parcels) {
    return Uni.join()
        .all(
            parcels.stream()
                .map(parcel -> attempts.finish(parcel, new AttemptResult.HandedOver()))
                .toList())
        .andFailFast()
        .await()
        .atMost(SOON);
  }

  private void enqueue(List<RoutedMessage> messages) {
    store.enqueue(messages).await().atMost(SOON);
  }

  private static RoutedMessage message(String referral, long sequence) {
    Routed routed =
        new Routed(
            referral,
            sequence,
            sequence == 1,
            "arthritis",
            "mesa-clinic",
            PROGRAM,
            "message-" + sequence,
            Instant.parse("2026-03-10T09:00:00Z"));
    return new RoutedMessage(routed, new byte[] {1});
  }

  private static Verdict verdict(String referral, int sequence) {
    return new Verdict(
        UUID.randomUUID().toString(),
        null,
        referral,
        true,
        200,
        sequence,
        "0" + sequence,
        "accepted",
        sequence + ".0",
        List.of(),
        Instant.parse("2026-03-10T09:00:00Z"));
  }
}
