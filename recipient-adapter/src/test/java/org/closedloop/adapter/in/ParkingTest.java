package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.FeedbackPlay.Taken;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.ProgramServer.Call;
import org.closedloop.adapter.testing.Recipient;
import org.closedloop.adapter.testing.Sql;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failed attempts are told, what is parked waits for a word, and that word is obeyed. */
@QuarkusTest
@AdapterTest
class ParkingTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TestHTTPResource("/")
  URI base;

  @Inject DataSource database;
  private World world;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
  }

  @Test
  void shouldTellEachFailedAttemptInOrderBeforeTheDelivery() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), 500, 503);

    referral.routePackage();

    awaitClaim(referral, ClaimKind.DELIVERED);
    assertThat(attempts(referral)).extracting(Attempt::number).containsExactly(1, 2);
    assertThat(attempts(referral))
        .extracting(Attempt::word)
        .containsExactly("http-500", "http-503");
    assertThat(attempts(referral)).noneMatch(Attempt::parked).allMatch(one -> one.nextAt() != null);
    assertThat(world.feedback().kinds(referral.id()))
        .containsSubsequence(ClaimKind.ATTEMPT, ClaimKind.ATTEMPT, ClaimKind.DELIVERED)
        .endsWith(ClaimKind.DELIVERED);
  }

  @Test
  void shouldParkWhatTheProgramRefusesAndTryAgainOnCommand() {
    PlayedReferral referral = parked();
    assertThat(world.feedback().claims(referral.id(), ClaimKind.UNDELIVERABLE)).isEmpty();

    referral.command(ClaimKind.REPLAY, 3, null);

    awaitClaim(referral, ClaimKind.DELIVERED);
    assertThat(world.pushOne().calls(referral.id()))
        .hasSize(2)
        .allMatch(call -> call.requestId().equals(DeliveryId.of(referral.id(), 1)));
  }

  @Test
  void shouldCountOnAfterAReplay() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), 503, 422, 503);
    referral.routePackage();
    await().atMost(SOON).until(() -> attempts(referral).size() == 2);

    referral.command(ClaimKind.REPLAY, 3, null);

    awaitClaim(referral, ClaimKind.DELIVERED);
    assertThat(attempts(referral)).extracting(Attempt::number).containsExactly(1, 2, 3);
  }

  @Test
  void shouldChangeNothingWhenThereIsNothingToReplay() {
    PlayedReferral referral = world.referralTo("push-one");
    referral.routePackage();
    awaitClaim(referral, ClaimKind.DELIVERED);

    referral.command(ClaimKind.REPLAY, 3, null);

    awaitFollowed(referral, 3);
    deliverAnother();
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
  }

  @Test
  void shouldNotObeyAnOldReplayThatIsReadAgain() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), 422, 422);
    referral.routePackage();
    await().atMost(SOON).until(() -> attempts(referral).size() == 1);
    referral.command(ClaimKind.REPLAY, 3, null);
    await().atMost(SOON).until(() -> attempts(referral).size() == 2);

    referral.command(ClaimKind.REPLAY, 3, null);
    referral.decided(4, null, PlayedReferral.RECEIVED, Delivery.PARKED, null, null);

    awaitFollowed(referral, 4);
    deliverAnother();
    assertThat(world.pushOne().calls(referral.id())).hasSize(2);
  }

  @Test
  void shouldNeverSendWhatWasDiscardedNorWhatComesAfterIt() {
    PlayedReferral referral = parked();

    referral.command(ClaimKind.DISCARD, 3, "03");
    awaitFollowed(referral, 3);
    referral.routeCancellation();
    referral.command(ClaimKind.REPLAY, 5, null);

    awaitFollowed(referral, 5);
    awaitState(referral, 1, "withdrawn");
    awaitState(referral, 4, "withdrawn");
    deliverAnother();
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
    assertThat(world.feedback().kinds(referral.id())).containsOnly(ClaimKind.ATTEMPT);
  }

  @Test
  void shouldNeverSendAPackageThatComesAfterTheHubEndedItsReferral() {
    PlayedReferral referral = world.referralTo("push-one");
    PlayedReferral probe = world.referralTo("push-one");
    referral.command(ClaimKind.UNDELIVERABLE, 2, "03");
    probe.command(ClaimKind.UNDELIVERABLE, 2, null);
    awaitFollowed(referral, 2);
    awaitFollowed(probe, 2);

    referral.routePackage();
    probe.routePackage();

    awaitClaim(probe, ClaimKind.DELIVERED);
    awaitState(referral, 1, "withdrawn");
    assertThat(world.pushOne().calls(referral.id())).isEmpty();
  }

  @Test
  void shouldDiscardAnUpdateAndGoOnWithLaterOnes() {
    PlayedReferral referral = world.referralTo("push-one");
    referral.routePackage();
    awaitClaim(referral, ClaimKind.DELIVERED);
    world.pushOne().answer(referral.id(), 422);
    referral.routeCancellation();
    await().atMost(SOON).until(() -> attempts(referral).size() == 1);
    referral.routeNotice(6);

    referral.command(ClaimKind.DISCARD, 5, null);

    await().atMost(SOON).until(() -> world.pushOne().calls(referral.id()).size() == 3);
    assertThat(world.pushOne().calls(referral.id()))
        .extracting(Call::requestId)
        .containsExactly(
            DeliveryId.of(referral.id(), 1),
            DeliveryId.of(referral.id(), 4),
            DeliveryId.of(referral.id(), 6));
  }

  @Test
  void shouldWithdrawBothWhenThePackageIsCancelledWhileParked() {
    PlayedReferral referral = parked();

    referral.routeCancellation();

    awaitClaim(referral, ClaimKind.WITHDRAWN);
    deliverAnother();
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
  }

  @Test
  void shouldGiveUpAndPark() {
    PlayedReferral referral = world.referralTo("push-hasty");
    world.pushOne().answer(referral.id(), Collections.nCopies(50, 503).toArray(Integer[]::new));

    referral.routePackage();

    await().atMost(SOON).until(() -> attempts(referral).stream().anyMatch(Attempt::parked));
    Attempt last = attempts(referral).getLast();
    assertThat(last.word()).isEqualTo("gave-up");
    assertThat(last.nextAt()).isNull();
    assertThat(attempts(referral)).hasSizeGreaterThan(1);
    assertThat(world.feedback().claims(referral.id(), ClaimKind.UNDELIVERABLE)).isEmpty();
  }

  @Test
  void shouldEndWhatNobodyLookedAfter() {
    PlayedReferral referral = world.referralTo("push-brief");
    world.pushOne().answer(referral.id(), 422);

    referral.routePackage();

    awaitClaim(referral, ClaimKind.UNDELIVERABLE);
    assertThat(
            world.feedback().claims(referral.id(), ClaimKind.UNDELIVERABLE).get(0).claim().reason())
        .isEqualTo("http-422");
    assertThat(world.feedback().kinds(referral.id()))
        .startsWith(ClaimKind.ATTEMPT)
        .endsWith(ClaimKind.UNDELIVERABLE);
    referral.command(ClaimKind.REPLAY, 9, null);
    awaitFollowed(referral, 9);
    deliverAnother();
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
  }

  @Test
  void shouldCountAFetchAsTheDeliveryOfWhatIsParked() {
    PlayedReferral referral = parked();

    assertThat(get(referral, "/fhir/Bundle/").statusCode()).isEqualTo(200);

    awaitClaim(referral, ClaimKind.DELIVERED);
  }

  @Test
  void shouldShowTheStateOfDeliveryBesideTheTask() {
    PlayedReferral referral = world.referralTo("push-one");

    referral.decided(2, null, PlayedReferral.RECEIVED, Delivery.PARKED, null, null);

    awaitFollowed(referral, 2);
    assertThat(get(referral, "/fhir/Task/").body()).contains("PARKED").contains("\"received\"");
  }

  private PlayedReferral parked() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), 422);
    referral.routePackage();
    await().atMost(SOON).until(() -> attempts(referral).stream().anyMatch(Attempt::parked));
    return referral;
  }

  private List<Attempt> attempts(PlayedReferral referral) {
    return world.feedback().claims(referral.id(), ClaimKind.ATTEMPT).stream()
        .map(Taken::claim)
        .map(claim -> claim.attempt())
        .distinct()
        .toList();
  }

  /** What is due was looked for. */
  private void deliverAnother() {
    PlayedReferral later = world.referralTo("push-one");
    later.routePackage();
    awaitClaim(later, ClaimKind.DELIVERED);
  }

  private void awaitFollowed(PlayedReferral referral, long sequence) {
    String wanted = "W/\"" + sequence + "\"";
    await()
        .atMost(SOON)
        .until(
            () ->
                get(referral, "/fhir/Task/")
                    .headers()
                    .firstValue("ETag")
                    .filter(wanted::equals)
                    .isPresent());
  }

  private HttpResponse<String> get(PlayedReferral referral, String path) {
    return Recipient.of(base, referral.program()).get(path + referral.id());
  }

  private void awaitState(PlayedReferral referral, long sequence, String wanted) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Sql.rows(
                    database,
                    "select state from delivery where id = ?",
                    DeliveryId.of(referral.id(), sequence)),
            List.of(wanted)::equals);
  }

  private void awaitClaim(PlayedReferral referral, ClaimKind kind) {
    await().atMost(SOON).until(() -> !world.feedback().claims(referral.id(), kind).isEmpty());
  }
}
