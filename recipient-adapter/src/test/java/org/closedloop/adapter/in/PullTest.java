package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.Recipient;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AdapterTest
class PullTest {

  @TestHTTPResource URI base;

  private World world;
  private Recipient pullOnly;
  private Recipient stranger;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
    pullOnly = Recipient.of(base, "pull-only");
    stranger = Recipient.of(base, "push-two");
  }

  @Test
  void shouldCountAPackageAsDeliveredWhenAPullOnlyProgramReadsIt() {
    PlayedReferral referral = world.referralTo("pull-only");
    referral.routePackage();

    await().until(() -> pullOnly.get("/fhir/Bundle/" + referral.id()).statusCode() == 200);

    assertThat(pullOnly.get("/fhir/Bundle/" + referral.id()).body().getBytes())
        .isEqualTo(HubMessages.underId(referral.packageMessage(), referral.id()));
    await().until(() -> claimed(referral, ClaimKind.DELIVERED));
  }

  @Test
  void shouldWithdrawAPackageNobodyFetchedAndShowItToNobodyAnyMore() {
    PlayedReferral referral = world.referralTo("pull-only");
    referral.routePackage();
    referral.routeCancellation();

    await().until(() -> claimed(referral, ClaimKind.WITHDRAWN));

    assertThat(pullOnly.get("/fhir/Bundle/" + referral.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldNotTakeBackWhatAProgramHasFetchedThatIsSentToOtherwise() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), 503, 503, 503, 503);
    referral.routePackage();
    Recipient program = Recipient.of(base, "push-one");
    await().until(() -> program.get("/fhir/Bundle/" + referral.id()).statusCode() == 200);

    referral.routeCancellation();

    await().until(() -> world.pushOne().calls(referral.id()).size() >= 6);
    assertThat(claimed(referral, ClaimKind.WITHDRAWN)).isFalse();
  }

  @Test
  void shouldShowAPackageToItsProgramOnly() {
    PlayedReferral referral = world.referralTo("pull-only");
    referral.routePackage();
    await().until(() -> pullOnly.get("/fhir/Bundle/" + referral.id()).statusCode() == 200);

    assertNotFound(stranger.get("/fhir/Bundle/" + referral.id()));
    assertNotFound(pullOnly.get("/fhir/Bundle/none"));
  }

  @Test
  void shouldShowATaskFollowingTheJournalAndDropWhatIsNotNewer() {
    PlayedReferral referral = world.referralTo("pull-only");
    referral.recorded();
    referral.decided(3, "02", PlayedReferral.ACCEPTED, Delivery.DELIVERED, "Room 3", "doc-1");
    referral.decided(2, null, PlayedReferral.RECEIVED, Delivery.DELIVERED, null, null);
    referral.refused(4, PlayedReferral.RECEIVED);
    PlayedReferral later = world.referralTo("pull-only");
    later.recorded();
    await().until(() -> pullOnly.get("/fhir/Task/" + referral.id()).body().contains("doc-1"));
    await().until(() -> pullOnly.get("/fhir/Task/" + later.id()).statusCode() == 200);

    HttpResponse<String> task = pullOnly.get("/fhir/Task/" + referral.id());

    assertThat(task.headers().firstValue("ETag")).contains("W/\"3\"");
    assertThat(task.body())
        .contains("\"status\":\"accepted\"")
        .contains("\"code\":\"3.0\"")
        .contains("Room 3")
        .contains("Bundle/doc-1");
  }

  @Test
  void shouldShowATaskToItsProgramOnly() {
    PlayedReferral referral = world.referralTo("pull-only");
    referral.recorded();
    await().until(() -> pullOnly.get("/fhir/Task/" + referral.id()).statusCode() == 200);

    assertNotFound(stranger.get("/fhir/Task/" + referral.id()));
    assertNotFound(pullOnly.get("/fhir/Task/none"));
  }

  @Test
  void shouldAskTheRecordForATaskTheJournalHasNotBroughtYet() {
    PlayedReferral referral = world.referralTo("pull-only");
    world.feedback().hasTask("pull-only", recordedTask(referral));

    assertThat(pullOnly.get("/fhir/Task/" + referral.id()).body())
        .contains("\"id\":\"" + referral.id() + "\"");
    assertNotFound(stranger.get("/fhir/Task/" + referral.id()));
  }

  @Test
  void shouldListOnlyItsOwnReferralsOfTheStatusesAskedFor() {
    PlayedReferral fresh = world.referralTo("pull-only");
    PlayedReferral accepted = world.referralTo("pull-only");
    fresh.recorded();
    accepted.recorded();
    accepted.decided(2, "02", PlayedReferral.ACCEPTED, Delivery.DELIVERED, null, null);
    await().until(() -> worklist(pullOnly, "?status=received").contains(fresh.id()));
    await().until(() -> worklist(pullOnly, "?status=accepted").contains(accepted.id()));

    assertThat(worklist(pullOnly, "?owner=Organization/pull-only&status=received"))
        .contains("\"type\":\"searchset\"")
        .contains(fresh.id())
        .doesNotContain(accepted.id());
    assertThat(worklist(pullOnly, "?owner=2790000039"))
        .contains(fresh.id())
        .contains(accepted.id());
    assertThat(worklist(pullOnly, "?owner=push-one")).doesNotContain(fresh.id());
    assertThat(worklist(stranger, "")).doesNotContain(fresh.id());
  }

  private String worklist(Recipient recipient, String query) {
    return recipient.get("/fhir/Task" + query).body();
  }

  private boolean claimed(PlayedReferral referral, ClaimKind kind) {
    return !world.feedback().claims(referral.id(), kind).isEmpty();
  }

  private static TaskView recordedTask(PlayedReferral referral) {
    return new TaskView(
        referral.id(),
        1,
        Instant.parse("2026-03-10T09:00:00Z"),
        null,
        "received",
        "2.0",
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

  private static void assertNotFound(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("OperationOutcome");
  }
}
