package org.closedloop.gateway.in.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.gateway.core.track.Lines.line;
import static org.closedloop.gateway.core.track.Lines.step;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.gateway.playing.Coordinator;
import org.closedloop.gateway.playing.FakeFeedback;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.kit.testing.TestData;
import org.closedloop.pages.PageDoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of a hospital; feedback-service is played. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class TrackPagesTest {

  private static final String ALL = "/internal/parties/" + Coordinator.PARTY + "/referrals";
  private static final int MOST_BYTES = 200 * 1024;

  private final FakeFeedback feedback = GatewayStack.feedback();
  private final String id = UUID.randomUUID().toString();
  private final String page = "/track/referrals/" + id;

  private Coordinator coordinator;

  @BeforeEach
  void signIn() {
    coordinator = new Coordinator();
    feedback.answer(ALL, new ReferralPage(List.of(), List.of()));
  }

  @Test
  void shouldSendWhoIsNotSignedInToSignIn() {
    for (String path : List.of("/track", "/track/rows", page, page + "/cancel", "/track/live")) {
      given()
          .redirects()
          .follow(false)
          .get(path)
          .then()
          .statusCode(302)
          .header("Location", org.hamcrest.Matchers.containsString("/sign-in"));
    }
  }

  @Test
  void shouldListAndPassFiltersOn() {
    feedback.answer(ALL, new ReferralPage(List.of(line("received", "2.0")), counts()));

    Response list = coordinator.get("/track?show=waiting&age=month&page=1");

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.asString()).contains("SR-1", "Waiting for an answer", "KC Wellness");
    assertThat(feedback.asked(ALL)).isEqualTo("group=waiting&age=month&page=1&search=");
    coordinator.session().queryParam("search", " SR&1 ").get("/track");
    assertThat(feedback.asked(ALL)).endsWith("search=SR&1");
    assertThat(coordinator.get("/track?show=no&age=no&page=-1").statusCode()).isEqualTo(200);
    assertThat(feedback.asked(ALL)).isEqualTo("group=open&page=0&search=");
    assertThat(coordinator.get("/track/rows").asString()).doesNotContain("<html");
  }

  @Test
  void shouldStaySmallWithAFullPage() {
    feedback.answer(
        ALL,
        new ReferralPage(
            Collections.nCopies(ReferralPage.SIZE, line("in-progress", "5.1.2")), counts()));

    assertThat(coordinator.get("/track").asByteArray().length).isLessThan(MOST_BYTES);
  }

  @Test
  void shouldShowWhatPeopleTypedAsText() {
    String script = "<script>alert(1)</script>";
    record(line("rejected", "4.0"), script, null);

    assertThat(coordinator.get(page).asString()).doesNotContain(script).contains("&lt;script&gt;");
    assertThat(coordinator.session().queryParam("search", "\"><script>").get("/track").asString())
        .doesNotContain("\"><script>");
  }

  @Test
  void shouldShowTheJourneyAndTheFeedback() throws IOException {
    recordOutcome();

    String shown = coordinator.get(page).asString();

    assertThat(shown)
        .contains("Alex Testperson-Dogwood", "131/82 mmHg", "154/96 mmHg", "17 Aug 2026")
        .contains("The participant measured blood pressure at home")
        .contains("KC Wellness sent the outcome: the loop is closed.")
        .doesNotContain("Ask to cancel");
    assertThat(coordinator.get(page + "/part").asString())
        .contains("131/82")
        .doesNotContain("<html");
    assertThat(coordinator.get(page + "/print").asString()).contains("131/82", "Alex");
    assertThat(shown.length()).isLessThan(MOST_BYTES);
  }

  @Test
  void shouldNotDisturbAPageThatShowsTheSame() throws IOException {
    recordOutcome();
    for (String part : List.of(page + "/part", "/track/rows")) {
      Response first = coordinator.get(part);
      String seen = first.asString().replaceFirst("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
      assertThat(coordinator.session().queryParam("seen", seen).get(part).statusCode())
          .isEqualTo(204);
      assertThat(coordinator.session().queryParam("seen", "before").get(part).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void shouldNoteWhoAskedForAnothersReferral() {
    Queue<String> noted = new ConcurrentLinkedQueue<>();
    Handler handler = new NotingHandler(noted);
    Logger log = Logger.getLogger(PageDoor.class.getName());
    log.addHandler(handler);
    try {
      coordinator.get(page);
      coordinator.get("/track/referrals/forged line");
    } finally {
      log.removeHandler(handler);
    }
    assertThat(noted)
        .containsExactly(
            "audit page=track refused=not-found user=coordinator party=saint-lukes referral=" + id,
            "audit page=track refused=not-found user=coordinator party=saint-lukes referral=no-id");
  }

  @Test
  void shouldHandOutADocumentOfThisReferralAlone() throws IOException {
    recordOutcome();
    feedback.record(Coordinator.PARTY, "another", new byte[] {'{', '}'});

    Response file = coordinator.get(page + "/feedback/doc-" + id);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.contentType()).startsWith("application/fhir+json");
    assertThat(file.header("Content-Disposition")).contains("attachment");
    assertThat(file.asByteArray()).isEqualTo(example("feedback"));
    assertThat(coordinator.get(page + "/feedback/another").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldAnswer404ToAnothersReferral() {
    String other = "/track/referrals/" + UUID.randomUUID();
    for (String path : List.of("", "/part", "/print", "/cancel", "/feedback/x")) {
      assertThat(coordinator.get(other + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(coordinator.post(other + "/cancel", Map.of()).statusCode()).isEqualTo(404);
    assertThat(coordinator.get("/track/referrals/..%2f..").statusCode()).isIn(400, 404);
  }

  @Test
  void shouldAskForCancellationOnce() {
    record(line("accepted", "3.0"), null, null);
    assertThat(coordinator.get(page + "/cancel").asString())
        .contains("Ask to cancel referral SR-1");
    Map<String, String> form = Map.of("request", UUID.randomUUID().toString(), "reason", "moved");

    Response answer = coordinator.post(page + "/cancel", form);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith(page + "?done=recorded");
    assertThat(coordinator.post(page + "/cancel", form).statusCode()).isEqualTo(303);
    assertThat(feedback.claims(id))
        .hasSize(2)
        .extracting(heard -> heard.claim().claimId())
        .containsOnly(feedback.claims(id).get(0).claim().claimId());
    assertThat(feedback.claims(id).get(0).claim().report().statusReason()).isEqualTo("moved");
    assertThat(feedback.claims(id).get(0).claim().report().businessStatus()).isEqualTo("5.2");
    assertThat(coordinator.get(page + "?done=recorded").asString()).contains("is on record");
  }

  @Test
  void shouldSayInWordsWhyItWasNotCancelled() {
    record(line("accepted", "3.0"), null, null);
    feedback.refuse(
        id, 422, Finding.error("state-transition", "Task.status", "completed/7.0 is no state"));

    Response answer =
        coordinator.post(page + "/cancel", Map.of("reason", "because & so", "request", "x"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.asString())
        .contains("has moved on meanwhile", "because &amp; so")
        .doesNotContain("completed/7.0");
  }

  @Test
  void shouldSayThatItIsBeingRecorded() {
    record(line("accepted", "3.0"), null, null);
    feedback.hold(id);

    Response answer = coordinator.post(page + "/cancel", Map.of());

    assertThat(answer.header("Location")).endsWith("?done=pending");
    feedback.release(id);
  }

  @Test
  void shouldKeepWhatWasTypedWhenItIsTooLong() {
    record(line("accepted", "3.0"), null, null);
    String reason = "long ".repeat(150).strip();

    Response answer = coordinator.post(page + "/cancel", Map.of("reason", reason));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains(reason, "more than 500 characters");
    assertThat(feedback.claims(id)).isEmpty();
  }

  @Test
  void shouldTakeNoFormFromElsewhere() {
    record(line("accepted", "3.0"), null, null);

    coordinator.session().formParam("reason", "x").post(page + "/cancel").then().statusCode(403);

    assertThat(feedback.claims(id)).isEmpty();
  }

  @Test
  void shouldAnswer503WhenTheRecordCannotBeRead() {
    feedback.down(true);
    try {
      assertThat(coordinator.get("/track").statusCode()).isEqualTo(503);
      assertThat(coordinator.get(page).statusCode()).isEqualTo(503);
    } finally {
      feedback.down(false);
    }
  }

  private static List<ReferralPage.Count> counts() {
    return List.of(new ReferralPage.Count("received", "2.0", false, "week", 60));
  }

  private void recordOutcome() throws IOException {
    String document = "doc-" + id;
    record(line("completed", "7.0"), null, document);
    feedback.record(Coordinator.PARTY, document, example("feedback"));
  }

  private void record(ReferralLine line, String reason, String document) {
    ReferralLine own =
        new ReferralLine(
            id,
            line.serviceNumber(),
            line.taskNumber(),
            line.useCase(),
            line.program(),
            line.programName(),
            line.status(),
            line.businessStatus(),
            line.delivery(),
            2,
            document,
            line.acceptedAt(),
            line.deliveredAt(),
            line.respondedAt(),
            line.closedAt(),
            line.changedAt(),
            line.late());
    feedback.answer(
        ALL + "/" + id,
        new Journey(
            own,
            reason,
            List.of(
                step(1, "initiator", "send-referral-package", "received", "2.0"),
                step(
                    2,
                    "recipient",
                    true,
                    "send-referral-outcome",
                    own.status(),
                    own.businessStatus(),
                    null,
                    document))));
    feedback.answer(ALL + "/" + id + "/request", example("request"));
    feedback.record(Coordinator.PARTY, task(own));
  }

  private TaskView task(ReferralLine line) {
    Placer number = new Placer("http://hospital.example.org/sr", null, "SR-1");
    return new TaskView(
        id,
        2,
        line.changedAt(),
        line.acceptedAt().toString(),
        line.status(),
        line.businessStatus(),
        null,
        "delivered",
        null,
        number,
        "Saint Luke's",
        "1407071236",
        "KC Wellness",
        "1407071237",
        line.useCase(),
        null);
  }

  private static byte[] example(String kind) {
    try {
      return Files.readAllBytes(
          TestData.useCases().resolve("hypertension/examples/" + kind + ".json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
