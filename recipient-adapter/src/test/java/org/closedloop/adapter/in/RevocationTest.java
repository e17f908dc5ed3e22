package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.ProgramServer.Call;
import org.closedloop.adapter.testing.Recipient;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.fhir.TaskView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal says that a consent was revoked. */
@QuarkusTest
@AdapterTest
class RevocationTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TestHTTPResource("/")
  URI base;

  private World world;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
  }

  @Test
  void shouldNeverSendWhatWasRevokedBeforeItCame() {
    PlayedReferral referral = world.referralTo("push-one");
    PlayedReferral probe = world.referralTo("push-one");
    referral.recorded();
    referral.consentRevoked(2);
    awaitRejected(referral);

    referral.routePackage();
    awaitClaim(referral, ClaimKind.WITHDRAWN);
    referral.routeNotice(2);
    probe.routePackage();

    awaitClaim(probe, ClaimKind.DELIVERED);
    assertThat(world.pushOne().calls(referral.id())).isEmpty();
    assertThat(reason(referral)).isEqualTo("consent-revoked");
  }

  @Test
  void shouldStopTryingAndTellNobodyWhoNeverGotIt() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), Collections.nCopies(100, 503).toArray(Integer[]::new));
    referral.routePackage();
    await().until(() -> !world.pushOne().calls(referral.id()).isEmpty());

    referral.consentRevoked(2);
    awaitClaim(referral, ClaimKind.WITHDRAWN);
    referral.routeNotice(2);
    PlayedReferral probe = world.referralTo("push-one");
    probe.routePackage();

    awaitClaim(probe, ClaimKind.DELIVERED);
    assertThat(world.pushOne().calls(referral.id()))
        .as("attempts of the package alone")
        .allMatch(call -> call.requestId().equals(DeliveryId.of(referral.id(), 1)));
    assertThat(world.feedback().claims(referral.id(), ClaimKind.DELIVERED)).isEmpty();
  }

  @Test
  void shouldTellTheProgramThatHasIt() {
    PlayedReferral referral = world.referralTo("push-one");
    referral.routePackage();
    awaitClaim(referral, ClaimKind.DELIVERED);

    referral.consentRevoked(3);
    referral.routeNotice(3);

    await().until(() -> world.pushOne().calls(referral.id()).size() == 2);
    Call notice = world.pushOne().calls(referral.id()).get(1);
    assertThat(notice.requestId()).isEqualTo(DeliveryId.of(referral.id(), 3));
    assertThat(world.feedback().claims(referral.id(), ClaimKind.WITHDRAWN)).isEmpty();
  }

  @Test
  void shouldAskTheRecordAboutALatePackageAndNotSendWhatHasEnded() {
    PlayedReferral referral = world.referralTo("push-one");
    world.feedback().hasTask("push-one", rejected(referral));

    referral.routePackage();

    awaitClaim(referral, ClaimKind.WITHDRAWN);
    assertThat(world.pushOne().calls(referral.id())).isEmpty();
  }

  @Test
  void shouldAskTheRecordBeforeALatePackageIsFirstFetched() {
    PlayedReferral referral = world.referralTo("pull-only");
    world.feedback().hasTask("pull-only", rejected(referral));

    referral.routePackage();

    await()
        .atMost(SOON)
        .until(
            () -> {
              assertThat(fetch(referral)).isEqualTo(404);
              return !world.feedback().claims(referral.id(), ClaimKind.WITHDRAWN).isEmpty();
            });
  }

  @Test
  void shouldShowTheReasonToAProgramThatOnlyFetches() {
    PlayedReferral referral = world.referralTo("pull-only");
    referral.recorded();
    referral.routePackage();
    await().until(() -> fetch(referral) == 200);

    referral.consentRevoked(2);

    awaitRejected(referral);
    assertThat(task(referral)).contains("revoked the consent");
    assertThat(fetch(referral)).isEqualTo(404);
  }

  private static TaskView rejected(PlayedReferral referral) {
    return new TaskView(
        referral.id(),
        2,
        Instant.parse("2026-03-10T09:00:00Z"),
        null,
        "rejected",
        "4.0",
        null,
        "RECORDED",
        null,
        null,
        null,
        null,
        null,
        null,
        "arthritis",
        null);
  }

  private int fetch(PlayedReferral referral) {
    return program(referral).get("/fhir/Bundle/" + referral.id()).statusCode();
  }

  private String task(PlayedReferral referral) {
    return program(referral).get("/fhir/Task/" + referral.id()).body();
  }

  private Recipient program(PlayedReferral referral) {
    return Recipient.of(base, referral.program());
  }

  private void awaitRejected(PlayedReferral referral) {
    await().atMost(SOON).until(() -> task(referral).contains("\"rejected\""));
  }

  private String reason(PlayedReferral referral) {
    return world.feedback().claims(referral.id(), ClaimKind.WITHDRAWN).get(0).claim().reason();
  }

  private void awaitClaim(PlayedReferral referral, ClaimKind kind) {
    await().atMost(SOON).until(() -> !world.feedback().claims(referral.id(), kind).isEmpty());
  }
}
