package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.out.FreshPackages.Fresh;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.Sql;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Routed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Packages that are leased as they are enqueued. Where it is about the rows the program only
 * fetches, so that no worker touches them.
 */
@QuarkusTest
@AdapterTest
class OnArrivalTest {

  private static final String PROGRAM = "pull-only";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Instant PAST = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
  private static final String AS_LEASED =
      "select concat_ws(' ', state, leases, attempts, maybe_arrived, tries_before,"
          + " tried_since = changed_at, round(extract(epoch from leased_until - changed_at)),"
          + " last_error, claim_due, consent_until, decided_at, message_id, encode(payload, 'hex'))"
          + " from delivery where referral_id = ?";

  @Inject FreshPackages fresh;
  @Inject DeliveryStore store;
  @Inject AttemptStore attempts;
  @Inject ConsentStore consents;
  @Inject ParkedStore parked;
  @Inject DataSource database;

  private final String referral = UUID.randomUUID().toString();
  private World world;

  @BeforeEach
  void emptyTheQueue() {
    world = World.get();
    Sql.change(database, "delete from delivery where program = ?", PROGRAM);
  }

  @Test
  void shouldLeaseOnArrivalSoThatNoOtherInstanceGetsIt() {
    Parcel parcel = arriveAndLease(message(referral, 1, FAR));

    assertThat(lease()).isEmpty();
    assertThat(finish(parcel, new AttemptResult.HandedOver()))
        .extracting(ClaimDue::kind)
        .containsExactly(ClaimKind.DELIVERED);
  }

  @Test
  void shouldLeaveTheRowAsALeaseOfItsOwnWould() {
    String other = UUID.randomUUID().toString();
    store.enqueue(List.of(message(other, 1, FAR))).await().atMost(SOON);
    Parcel taken = lease().get(0);

    Parcel parcel = arriveAndLease(message(referral, 1, FAR));

    assertThat(row(referral)).isEqualTo(row(other));
    assertThat(parcel)
        .usingRecursiveComparison()
        .ignoringFields("id", "referralId", "leaseEnds")
        .isEqualTo(taken);
    assertThat(parcel.leaseEnds()).isGreaterThan(taken.leaseEnds());
  }

  @Test
  void shouldWaitWhereThereIsNoPlace() {
    assertThat(arrive(new Fresh(message(referral, 1, FAR), false))).containsValue(false);

    assertThat(lease()).extracting(Parcel::attempts).containsExactly(1);
  }

  @Test
  void shouldNotLeaseWithoutConsentAtThatMoment() {
    assertThat(arrive(message(referral, 1, PAST))).containsValue(false);
    String revoked = UUID.randomUUID().toString();
    consents.revoked(List.of(revoked)).await().atMost(SOON);
    assertThat(arrive(message(revoked, 1, FAR))).containsValue(false);

    assertThat(lease()).isEmpty();
  }

  @Test
  void shouldNotLeaseWhatWasGivenUp() {
    parked.giveUp(referral, 1).await().atMost(SOON);

    assertThat(arrive(message(referral, 1, FAR))).containsValue(false);
    assertThat(lease()).isEmpty();
  }

  @Test
  void shouldNotLeaseBehindSomethingOfTheSameReferral() {
    arrive(new Fresh(message(referral, 1, FAR), false));

    assertThat(arrive(message(referral, 3, FAR))).containsValue(false);
    assertThat(lease()).extracting(Parcel::sequence).containsExactly(1L);
  }

  @Test
  void shouldChangeNothingWhenItCameBefore() {
    arriveAndLease(message(referral, 2, FAR));

    assertThat(arrive(message(referral, 2, FAR))).isEmpty();
    assertThat(arrive(message(referral, 1, FAR))).isEmpty();
    assertThat(row(referral)).startsWith("leased 1 1 f");
  }

  @Test
  void shouldInsertOnceWhateverComesAtTheSameTime() {
    List<Uni<Integer>> twice =
        IntStream.range(0, 8)
            .mapToObj(i -> fresh.insert(List.of(new Fresh(message(referral, 1, FAR), true))))
            .map(inserted -> inserted.map(one -> one.leased().size()))
            .toList();

    List<Integer> inserted = Uni.join().all(twice).andFailFast().await().atMost(SOON);

    assertThat(inserted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
  }

  @Test
  void shouldComeBackByItsLeaseAfterACrash() {
    arriveAndLease(message(referral, 1, FAR));
    Sql.change(
        database,
        "update delivery set leased_until = now() - interval '1 s' where referral_id = ?",
        referral);

    Parcel again = lease().get(0);

    assertThat(again.lease()).isEqualTo(2);
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(again.message()).isEqualTo(message(referral, 1, FAR).message());
    assertThat(finish(again, new AttemptResult.HandedOver()))
        .extracting(ClaimDue::kind)
        .containsExactly(ClaimKind.ATTEMPT, ClaimKind.DELIVERED);
  }

  @Test
  void shouldTakeTheShortWayToAProgramForWhomNothingWaits() {
    deliverOneAfterTheOther(2);

    PlayedReferral quick = world.referralTo("push-one");
    quick.routePackage();
    awaitDelivered(quick);

    assertThat(tookTheShortWay(quick)).isTrue();
    assertThat(world.pushOne().calls(quick.id())).hasSize(1);
    assertThat(world.pushOne().calls(quick.id()).get(0).body()).isEqualTo(quick.packageMessage());
  }

  @Test
  void shouldWaitWhenTheLaneIsFullAndBeDeliveredLater() {
    deliverOneAfterTheOther(2);
    List<PlayedReferral> many =
        Stream.generate(() -> world.referralTo("push-one")).limit(20).toList();
    many.forEach(one -> world.pushOne().hold(one.id()));

    many.forEach(PlayedReferral::routePackage);

    await().atMost(SOON).until(() -> enqueued(many) == 20);
    await()
        .during(Duration.ofMillis(500))
        .atMost(SOON)
        .untilAsserted(() -> assertThat(called(many)).as("places of the lane").isEqualTo(8));
    many.forEach(one -> world.pushOne().release(one.id()));
    many.forEach(this::awaitDelivered);
    assertThat(called(many)).as("each once").isEqualTo(20);
  }

  private void deliverOneAfterTheOther(int count) {
    for (int i = 0; i < count; i++) {
      PlayedReferral one = world.referralTo("push-one");
      one.routePackage();
      awaitDelivered(one);
    }
  }

  private void awaitDelivered(PlayedReferral one) {
    await()
        .atMost(SOON)
        .until(() -> !world.feedback().claims(one.id(), ClaimKind.DELIVERED).isEmpty());
  }

  /** Enqueued and leased in one transaction: both at its time. */
  private boolean tookTheShortWay(PlayedReferral one) {
    return Sql.rows(
            database, "select tried_since = next_at from delivery where referral_id = ?", one.id())
        .equals(List.of("t"));
  }

  private long enqueued(List<PlayedReferral> many) {
    return many.stream().filter(one -> row(one.id()) != null).count();
  }

  private int called(List<PlayedReferral> many) {
    return many.stream().mapToInt(one -> world.pushOne().calls(one.id()).size()).sum();
  }

  private String row(String id) {
    return Sql.rows(database, AS_LEASED, id).stream().findFirst().orElse(null);
  }

  private Parcel arriveAndLease(RoutedMessage message) {
    Fresh one = new Fresh(message, true);
    FreshPackages.Inserted inserted = fresh.insert(List.of(one)).await().atMost(SOON);
    assertThat(inserted.leased()).containsExactly(Map.entry(one.id(), true));
    return one.parcel(inserted.leaseEnds());
  }

  private Map<String, Boolean> arrive(RoutedMessage message) {
    return arrive(new Fresh(message, true));
  }

  private Map<String, Boolean> arrive(Fresh one) {
    return fresh.insert(List.of(one)).await().atMost(SOON).leased();
  }

  private List<Parcel> lease() {
    return store.lease(PROGRAM, 10).await().atMost(SOON);
  }

  private List<ClaimDue> finish(Parcel parcel, AttemptResult result) {
    return attempts.finish(parcel, result).await().atMost(SOON).claims();
  }

  private static RoutedMessage message(String id, long sequence, Instant consentUntil) {
    Routed routed =
        new Routed(
            id,
            sequence,
            true,
            "arthritis",
            "mesa-clinic",
            PROGRAM,
            "message-" + sequence,
            Instant.parse("2026-03-10T09:00:00Z"),
            consentUntil);
    return new RoutedMessage(routed, new byte[] {1, 2, 3});
  }
}
