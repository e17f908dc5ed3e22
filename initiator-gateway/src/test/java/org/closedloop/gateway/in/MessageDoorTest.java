package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.gateway.playing.Messages.facts;
import static org.closedloop.gateway.playing.Messages.referralId;
import static org.closedloop.gateway.playing.Messages.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.fhir.PatientKeys;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.state.Actor;
import org.closedloop.gateway.playing.FakeFeedback;
import org.closedloop.gateway.playing.FakeFeedback.Heard;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.closedloop.gateway.playing.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST $process-message} with a valid message; the test plays feedback-service. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class MessageDoorTest {

  private static final int CLIENTS = 50;

  private final FakeFeedback feedback = GatewayStack.feedback();

  @TestHTTPResource("/")
  URI base;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arthritis",
        "diabetes-prevention",
        "early-childhood-nutrition",
        "hypertension",
        "obesity",
        "tobacco-use-cessation"
      })
  void shouldAnswerAnAcceptedReferralWithItsTask(String useCase) {
    byte[] message = request(useCase, "accepted");

    Reply reply = lakeside().send(message);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).startsWith("application/fhir+json");
    assertThat(reply.json().at("/type").asText()).isEqualTo("message");
    JsonNode header = resource(reply, 0);
    assertThat(header.at("/eventCoding/code").asText()).isEqualTo("I12");
    assertThat(header.at("/response/identifier").asText()).isEqualTo(facts(message).messageId());
    assertThat(header.at("/response/code").asText()).isEqualTo("ok");
    JsonNode task = resource(reply, 1);
    assertThat(task.at("/id").asText()).isEqualTo(referralId(message));
    assertThat(header.at("/focus/0/reference").asText()).endsWith(referralId(message));
    assertThat(task.at("/identifier/0/type/coding/0/code").asText()).isEqualTo("PLAC");
    assertThat(task.at("/identifier/0/value").asText())
        .isEqualTo(facts(message).taskPlacer().value());
    assertThat(task.at("/status").asText()).isEqualTo("received");
    assertThat(task.at("/businessStatus/coding/0/code").asText()).isEqualTo("2.0");
  }

  @Test
  void shouldClaimWhatTheMessageSaysAndPassItOnAsItCame() {
    byte[] message = request("obesity", "claimed");

    lakeside().send(message, "X-Request-ID", "claimed-1");

    Heard heard = onlyClaim(referralId(message));
    Claim claim = heard.claim();
    assertThat(claim.kind()).isEqualTo(ClaimKind.SUBMISSION);
    assertThat(claim.actor()).isEqualTo(Actor.INITIATOR);
    assertThat(claim.party()).isEqualTo("lakeside-hospital");
    assertThat(claim.submission().program()).isEqualTo("riverbend-wellness");
    assertThat(claim.submission().useCase()).isEqualTo("obesity");
    assertThat(claim.submission().patientKeys())
        .isEqualTo(PatientKeys.scoped("lakeside-hospital", facts(message).patientKeys()));
    assertThat(claim.submission().consent().given()).isEqualTo("2026-03-16T00:00:00Z");
    assertThat(claim.identity().messageId()).isEqualTo(facts(message).messageId());
    assertThat(claim.identity().fingerprint()).isEqualTo(facts(message).fingerprint());
    assertThat(heard.payload()).isEqualTo(message);
    assertThat(heard.record().key()).isEqualTo(referralId(message));
  }

  @Test
  void shouldClaimACancellationRequestAsAReport() {
    lakeside().send(request("arthritis", "cancelled"));
    byte[] message = Messages.cancellation("arthritis", "cancelled");

    Reply reply = lakeside().send(message);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(resource(reply, 1).at("/status").asText()).isEqualTo("in-progress");
    assertThat(resource(reply, 1).at("/businessStatus/coding/0/code").asText()).isEqualTo("5.2");
    Claim claim = feedback.claims(referralId(message)).get(1).claim();
    assertThat(claim.kind()).isEqualTo(ClaimKind.REPORT);
    assertThat(claim.actor()).isEqualTo(Actor.INITIATOR);
    assertThat(claim.report().businessStatus()).isEqualTo("5.2");
    assertThat(claim.report().statusReason()).isEqualTo("moved away");
  }

  @Test
  void shouldTellWhatTheProgramWillNotGet() {
    byte[] message =
        Messages.with(
            request("arthritis", "withheld"),
            "Patient",
            patient ->
                patient
                    .withArray("identifier")
                    .addObject()
                    .put("system", "http://hl7.org/fhir/sid/us-ssn")
                    .put("value", "900-00-0000"));

    Reply reply = lakeside().send(message);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode outcome = resource(reply, 2);
    assertThat(outcome.at("/resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(outcome.findValuesAsText("severity")).contains("information");
    assertThat(outcome.toString()).contains("Patient.identifier").doesNotContain("900-00-0000");
  }

  @Test
  void shouldGiveFiftyClientsTheSameAnswerToTheSameMessage() throws Exception {
    byte[] message = request("arthritis", "fifty");

    List<Reply> replies = sendFromManyClients(message, CLIENTS);

    assertThat(replies).extracting(Reply::status).containsOnly(200);
    assertThat(replies)
        .extracting(reply -> text(reply.body()))
        .containsOnly(text(replies.get(0).body()));
    assertThat(lakeside().send(message).body()).isEqualTo(replies.get(0).body());
  }

  @Test
  void shouldAskThoseWhoDoNotFitInToComeAgain() throws Exception {
    byte[] message = request("arthritis", "crowd");
    feedback.hold(referralId(message));

    List<Reply> replies = sendFromManyClients(message, GatewayStack.REQUESTS_AT_MOST + CLIENTS);

    List<Reply> turnedAway = replies.stream().filter(r -> r.status() == 503).toList();
    assertThat(turnedAway).isNotEmpty();
    assertThat(turnedAway).allSatisfy(r -> assertThat(r.rules()).containsExactly("busy"));
    assertThat(turnedAway).allSatisfy(r -> assertThat(r.retryAfter()).isPresent());
    assertThat(replies).extracting(Reply::status).contains(202).containsOnly(202, 503);
    feedback.release(referralId(message));
    assertThat(lakeside().send(message).status()).isEqualTo(200);
  }

  @Test
  void shouldGiveOneRequestIdOneClaim() {
    byte[] message = request("arthritis", "request-id");

    Reply first = lakeside().send(message, "X-Request-ID", "same-id");
    Reply second = lakeside().send(message, "X-Request-ID", "same-id");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(feedback.claims(referralId(message)))
        .extracting(heard -> heard.claim().claimId())
        .hasSize(2)
        .containsOnly(feedback.claims(referralId(message)).get(0).claim().claimId());
  }

  @Test
  void shouldAnswerFromTheRecordWhenTheVerdictGotLost() {
    byte[] message = request("obesity", "lost");
    feedback.loseVerdicts(referralId(message));

    assertThat(lakeside().send(message).status()).isEqualTo(200);
  }

  @Test
  void shouldAnswerARefusalWithItsStatusAndReasons() {
    byte[] message = request("obesity", "conflict");
    feedback.refuse(
        referralId(message),
        409,
        Finding.error("identity-conflict", "conflict", "ServiceRequest.identifier", "Taken."));

    Reply reply = lakeside().send(message);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.rules()).containsExactly("identity-conflict");
    assertThat(reply.elements()).containsExactly("ServiceRequest.identifier");
  }

  @Test
  void shouldAnswer202UntilDecidedAndThenAsIfItHadWaited() {
    byte[] message = request("arthritis", "undecided");
    feedback.hold(referralId(message));

    Reply undecided = lakeside().send(message);

    assertThat(undecided.status()).isEqualTo(202);
    assertThat(undecided.json().at("/resourceType").asText()).isEqualTo("Task");
    assertThat(undecided.json().at("/id").asText()).isEqualTo(referralId(message));
    assertThat(undecided.json().at("/status").asText()).isEqualTo("requested");
    String location = undecided.location().orElseThrow();
    assertThat(location)
        .startsWith("/fhir/message-status/" + onlyClaim(referralId(message)).claim().claimId());
    assertThat(lakeside().get(location).status()).isEqualTo(202);

    feedback.release(referralId(message));

    Reply decided = lakeside().get(location);
    assertThat(decided.status()).isEqualTo(200);
    Reply again = lakeside().send(message);
    assertThat(decided.json().at("/id")).isEqualTo(again.json().at("/id"));
    assertThat(resource(decided, 0).at("/response/identifier"))
        .isEqualTo(resource(again, 0).at("/response/identifier"));
    assertThat(resource(decided, 1)).isEqualTo(resource(again, 1));
  }

  @Test
  void shouldAnswerALateRefusalAtTheStatusAddress() {
    byte[] message = request("arthritis", "late-refusal");
    feedback.hold(referralId(message));
    String location = lakeside().send(message).location().orElseThrow();
    feedback.refuse(referralId(message), 422, Finding.error("some-rule", "Task.status", "No."));

    feedback.release(referralId(message));

    assertThat(lakeside().get(location).status()).isEqualTo(422);
    assertThat(lakeside().get(location).rules()).containsExactly("some-rule");
  }

  @Test
  void shouldShowNobodyElseWhatBecameOfAMessage() {
    byte[] message = request("obesity", "private");
    feedback.hold(referralId(message));
    String location = lakeside().send(message).location().orElseThrow();
    String claimOnly = location.substring(0, location.indexOf('?'));

    assertThat(Hospital.of(base, "mesa-clinic").get(location).status()).isEqualTo(404);
    assertThat(lakeside().get(claimOnly).status()).isEqualTo(404);
    assertThat(lakeside().get(claimOnly + "?ticket=YQ.YQ").status()).isEqualTo(404);
    assertThat(new Hospital(base, null).get(location).status()).isEqualTo(401);
  }

  @Test
  void shouldAnswer503WhenFeedbackServiceCannotBeAsked() {
    byte[] message = request("obesity", "down");
    feedback.hold(referralId(message));
    feedback.down(true);
    try {
      assertThat(lakeside().send(message).status()).isEqualTo(503);
      assertThat(lakeside().send(message).rules()).containsExactly("unavailable");
    } finally {
      feedback.down(false);
    }
    feedback.release(referralId(message));
    assertThat(lakeside().send(message).status()).isEqualTo(200);
  }

  private List<Reply> sendFromManyClients(byte[] message, int clients)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> sent = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        String requestId = "client-" + client;
        sent.add(threads.submit(() -> lakeside().send(message, "X-Request-ID", requestId)));
      }
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> one : sent) {
        replies.add(one.get());
      }
      return replies;
    }
  }

  private Heard onlyClaim(String referralId) {
    assertThat(feedback.claims(referralId)).hasSize(1);
    return feedback.claims(referralId).get(0);
  }

  private Hospital lakeside() {
    return Hospital.of(base, "lakeside-hospital");
  }

  private static JsonNode resource(Reply reply, int entry) {
    return reply.json().at("/entry/" + entry + "/resource");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
