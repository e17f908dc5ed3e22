package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.FeedbackPlay.Taken;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.Recipient;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.state.Actor;
import org.closedloop.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AdapterTest
class ResponseHttpTest {

  @TestHTTPResource URI base;

  private World world;
  private Recipient program;
  private PlayedReferral referral;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
    program = Recipient.of(base, "push-one");
    referral = world.referralTo("push-one");
  }

  @Test
  void shouldClaimAReportAndAnswerWithTheTask() {
    byte[] acceptance = referral.update(PlayedReferral.ACCEPTED, "accept");

    HttpResponse<String> answer = program.processMessage(acceptance);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/fhir+json");
    MessageFacts said = facts(acceptance);
    MessageFacts answered = facts(answer.body().getBytes(StandardCharsets.UTF_8));
    assertThat(answered.responseTo()).isEqualTo(said.messageId());
    assertThat(answered.responseCode()).isEqualTo("ok");
    assertThat(answered.taskStatus()).isEqualTo("accepted");
    assertThat(answer.body()).contains("\"id\":\"" + referral.id() + "\"");
    Taken taken = onlyClaim();
    assertThat(taken.claim().actor()).isEqualTo(Actor.RECIPIENT);
    assertThat(taken.claim().party()).isEqualTo("push-one");
    assertThat(taken.claim().claimId())
        .isEqualTo(ClaimId.ofMessage("push-one", null, said.messageId()));
    assertThat(taken.claim().identity().fingerprint()).isEqualTo(said.fingerprint());
    assertThat(taken.claim().report().businessStatus()).isEqualTo("3.0");
    assertThat(facts(taken.payload()).messageId()).isEqualTo(said.messageId());
  }

  @Test
  void shouldClaimAnOutcomeWithItsFilteredDocument() {
    assertThat(program.processMessage(referral.outcome()).statusCode()).isEqualTo(200);

    Taken taken = onlyClaim();
    assertThat(taken.claim().report().taskStatus()).isEqualTo("completed");
    assertThat(taken.claim().report().hasOutput()).isTrue();
    assertThat(facts(taken.payload()).hasOutput()).isTrue();
  }

  @Test
  void shouldNameTheClaimAfterTheRequestIdWhereOneIsSent() {
    byte[] acceptance = referral.update(PlayedReferral.ACCEPTED, "accept");

    program.send("POST", "/fhir/$process-message", acceptance, Map.of("X-Request-ID", "r-77"));

    assertThat(onlyClaim().claim().claimId())
        .isEqualTo(ClaimId.ofMessage("push-one", "r-77", facts(acceptance).messageId()));
  }

  @Test
  void shouldPassARefusalOn() {
    world
        .feedback()
        .refuse(referral.id(), Finding.error("referral-unknown", "ServiceRequest", "Unknown."));

    HttpResponse<String> answer =
        program.processMessage(referral.update(PlayedReferral.ACCEPTED, "accept"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("OperationOutcome").contains("referral-unknown");
  }

  @Test
  void shouldTakeATaskUpdateAndAnswerWithTheTaskAsItStands() {
    referral.recorded();
    await().until(() -> program.get("/fhir/Task/" + referral.id()).statusCode() == 200);

    HttpResponse<String> answer = program.putTask(referral.id(), task("accepted", "3.0"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"accepted\"").contains("\"code\":\"3.0\"");
    assertThat(program.get("/fhir/Task/" + referral.id()).body())
        .contains("\"status\":\"accepted\"");
    Taken taken = onlyClaim();
    assertThat(taken.payload()).isEmpty();
    assertThat(taken.claim().report().taskStatus()).isEqualTo("accepted");
    assertThat(taken.claim().identity().messageId()).isNull();
  }

  @Test
  void shouldRefuseATaskUpdateUnderAnotherId() {
    HttpResponse<String> answer = program.putTask("another", task("accepted", "3.0"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("task-id");
  }

  @Test
  void shouldAnswerAnUpdateOfAnUnknownTaskWithNotFound() {
    world
        .feedback()
        .refuse(referral.id(), Finding.error("referral-unknown", "ServiceRequest", "Unknown."));

    assertThat(program.putTask(referral.id(), task("accepted", "3.0")).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSendWhoWaitsTooLongAwayWithAnAddressToAsk() {
    world.feedback().keepSilent(referral.id());

    HttpResponse<String> undecided =
        program.processMessage(withNarrative(referral.update(PlayedReferral.ACCEPTED, "accept")));

    assertThat(undecided.statusCode()).isEqualTo(202);
    assertThat(undecided.headers().firstValue("Retry-After")).isPresent();
    String address = undecided.headers().firstValue("Location").orElseThrow();
    String path = address.substring(address.indexOf("/fhir/"));
    assertThat(path).isEqualTo("/fhir/message-status/" + onlyClaim().claim().claimId());
    assertThat(program.get(path).statusCode()).isEqualTo(202);
    assertThat(Recipient.of(base, "push-two").get(path).statusCode()).isEqualTo(404);

    referral.recorded();
    await().until(() -> program.get("/fhir/Task/" + referral.id()).statusCode() == 200);
    world.feedback().decide(referral.id());

    HttpResponse<String> decided = program.get(path);
    assertThat(decided.statusCode()).isEqualTo(200);
    assertThat(facts(decided.body().getBytes(StandardCharsets.UTF_8)).responseCode())
        .isEqualTo("ok");
    assertThat(decided.body()).as("told later too").contains("minimum-necessary", "Patient.text");
  }

  @Test
  void shouldCountWhatTheGateRefusesAndClaimNothing() {
    byte[] broken =
        new String(referral.update(PlayedReferral.ACCEPTED, "broken"), StandardCharsets.UTF_8)
            .replaceAll("\"intent\"\\s*:\\s*\"order\"", "\"intent\":\"plan\"")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(program.processMessage(broken).statusCode()).isEqualTo(422);

    assertThat(program.get("/q/metrics").body())
        .contains("hub_refused_total{rule=\"fixed-Task.intent\"}");
    assertThat(world.feedback().claims(referral.id(), ClaimKind.REPORT)).isEmpty();
  }

  private static byte[] withNarrative(byte[] message) {
    String text = "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='%s'>x</div>\"}";
    return new String(message, StandardCharsets.UTF_8)
        .replaceAll(
            "\"resourceType\"\\s*:\\s*\"Patient\"",
            "$0," + text.formatted("http://www.w3.org/1999/xhtml"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void shouldNotTakeBackAPackageAProgramHasAlreadyAnswered() {
    world.pushOne().answer(referral.id(), 503, 503, 503, 503, 503, 503);
    referral.routePackage();
    await().until(() -> !world.pushOne().calls(referral.id()).isEmpty());
    program.processMessage(referral.update(PlayedReferral.ACCEPTED, "accept"));

    referral.routeCancellation();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> world.pushOne().calls(referral.id()).size() == 8);
    assertThat(world.feedback().claims(referral.id(), ClaimKind.WITHDRAWN)).isEmpty();
  }

  @Test
  void shouldWantAGoodToken() {
    byte[] body = referral.update(PlayedReferral.ACCEPTED, "accept");

    assertRefused(401, Recipient.with(base, null).processMessage(body));
    assertRefused(401, Recipient.with(base, "Bearer nonsense").processMessage(body));
    assertRefused(
        401,
        Recipient.with(base, TestTokens.expired("push-one", Role.RECIPIENT)).processMessage(body));
    assertRefused(
        401,
        Recipient.with(base, TestTokens.foreign("push-one", Role.RECIPIENT)).processMessage(body));
    assertThat(world.feedback().claims(referral.id(), ClaimKind.REPORT)).isEmpty();
  }

  @Test
  void shouldForbidAnInitiatorAndASenderOfAnotherParty() {
    byte[] body = referral.update(PlayedReferral.ACCEPTED, "accept");

    assertRefused(
        403,
        Recipient.with(base, TestTokens.of("mesa-clinic", Role.INITIATOR)).processMessage(body));
    HttpResponse<String> foreign = Recipient.of(base, "push-two").processMessage(body);
    assertRefused(403, foreign);
    assertThat(foreign.body()).contains("sender-not-party");
    assertThat(world.feedback().claims(referral.id(), ClaimKind.REPORT)).isEmpty();
  }

  @Test
  void shouldNameWhatIsWrongWithABody() {
    assertRefused(400, program.processMessage("{\"resourceType\":".getBytes()));
    assertRefused(400, program.processMessage(new byte[0]));
    assertRefused(
        415,
        program.send(
            "POST",
            "/fhir/$process-message",
            "<x/>".getBytes(),
            Map.of("Content-Type", "text/html")));
    assertRefused(413, program.processMessage(" ".repeat(1024 * 1024 + 1).getBytes()));
    assertRefused(
        422, program.processMessage("{\"resourceType\":\"Patient\",\"id\":\"p\"}".getBytes()));
    HttpResponse<String> unknown =
        program.processMessage(
            new String(referral.update(PlayedReferral.ACCEPTED, "accept"), StandardCharsets.UTF_8)
                .replace("2710002025", "2710009996")
                .getBytes(StandardCharsets.UTF_8));
    assertRefused(422, unknown);
    assertThat(unknown.body()).contains("initiator-unknown").contains("requester");
  }

  @Test
  void shouldAnswerAnUnknownAddressWithAnOperationOutcome() {
    assertRefused(404, program.get("/fhir/Nothing"));
  }

  private Taken onlyClaim() {
    await().until(() -> !world.feedback().claims(referral.id(), ClaimKind.REPORT).isEmpty());
    assertThat(world.feedback().claims(referral.id(), ClaimKind.REPORT)).hasSize(1);
    return world.feedback().claims(referral.id(), ClaimKind.REPORT).get(0);
  }

  private String task(String status, String businessStatus) {
    return """
    {"resourceType":"Task","id":"%s","status":"%s","intent":"order","businessStatus":{"coding":
    [{"system":"http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS","code":"%s"}]}}
    """
        .formatted(referral.id(), status, businessStatus);
  }

  private static void assertRefused(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("OperationOutcome");
  }

  private static MessageFacts facts(byte[] message) {
    return ReferralMessage.ofStored(message).facts();
  }
}
