package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.FeedbackPlay.Taken;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.Recipient;
import org.closedloop.adapter.testing.World;
import org.closedloop.conformance.xml.XmlReader;
import org.closedloop.conformance.xml.XmlWriter;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.fhir.ReferralMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FHIR XML, and {@code Bundle/$validate}, on the program's side. */
@QuarkusTest
@AdapterTest
class XmlDoorTest {

  private static final String XML = "application/fhir+xml";
  private static final String VALIDATE = "/fhir/Bundle/$validate";

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
  void shouldClaimTheJsonTwinAndAnswerInXml() {
    byte[] acceptance = referral.update(PlayedReferral.ACCEPTED, "accept");

    HttpResponse<String> answer =
        xml("POST", "/fhir/$process-message", XmlWriter.write(acceptance));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(XML);
    assertThat(tree(answer).at("/entry/1/resource/id").asText()).isEqualTo(referral.id());
    Taken taken = world.feedback().claims(referral.id(), ClaimKind.REPORT).get(0);
    assertThat(taken.claim().identity().fingerprint())
        .isEqualTo(ReferralMessage.ofStored(acceptance).facts().fingerprint());
  }

  @Test
  void shouldTakeATaskInXml() {
    referral.recorded();
    await().until(() -> program.get("/fhir/Task/" + referral.id()).statusCode() == 200);
    String task =
        "<Task xmlns='http://hl7.org/fhir'><id value='%s'/><status value='in-progress'/>"
                .formatted(referral.id())
            + "<businessStatus><coding><system"
            + " value='http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS'/><code"
            + " value='5.1.1'/></coding></businessStatus><intent value='order'/></Task>";

    HttpResponse<String> answer = xml("PUT", "/fhir/Task/" + referral.id(), bytes(task));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(tree(answer).at("/resourceType").asText()).isEqualTo("Task");
    assertThat(world.feedback().claims(referral.id(), ClaimKind.REPORT).get(0).claim().report())
        .satisfies(report -> assertThat(report.businessStatus()).isEqualTo("5.1.1"));
  }

  @Test
  void shouldRefuseInXml() {
    HttpResponse<String> answer = xml("POST", "/fhir/$process-message", bytes("<!DOCTYPE a><a/>"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(tree(answer).at("/issue/0/details/coding/0/code").asText())
        .isEqualTo("body-doctype");
    assertThat(program.get("/fhir/Task?_format=xml").body()).startsWith("<Bundle");
  }

  @Test
  void shouldValidateWithoutAClaim() {
    byte[] outcome = referral.outcome();

    assertThat(rule(validate(outcome))).isEqualTo("all-ok");
    assertThat(rule(validate(text(outcome, "\"I12\"", "\"I11\""))))
        .isEqualTo("fixed-MessageHeader.event[x]");
    assertThat(rule(validate(text(outcome, "2710002025", "2710009996"))))
        .isEqualTo("initiator-unknown");
    assertThat(rule(post(Recipient.of(base, "push-two"), outcome))).isEqualTo("sender-not-party");
    assertThat(program.send("POST", VALIDATE, bytes("{"), Map.of()).statusCode()).isEqualTo(400);
    assertThat(world.feedback().claims(referral.id(), ClaimKind.REPORT)).isEmpty();
  }

  @Test
  void shouldTellWhatWouldBeWithheld() {
    String over =
        new String(referral.outcome(), StandardCharsets.UTF_8)
            .replaceFirst(
                "\"resourceType\"\\s*:\\s*\"Patient\"", "$0,\"maritalStatus\":{\"text\":\"x\"}");

    assertThat(validate(bytes(over)).body())
        .contains("minimum-necessary", "Patient.maritalStatus (");
  }

  private HttpResponse<String> validate(byte[] body) {
    return post(program, body);
  }

  private static HttpResponse<String> post(Recipient by, byte[] body) {
    HttpResponse<String> answer = by.send("POST", VALIDATE, body, Map.of("Accept", XML));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private HttpResponse<String> xml(String method, String path, byte[] body) {
    return program.send(method, path, body, Map.of("Content-Type", XML, "Accept", XML));
  }

  private static String rule(HttpResponse<String> answer) {
    return tree(answer).at("/issue/0/details/coding/0/code").asText();
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return ((Reading.Readable) XmlReader.read(bytes(answer.body()))).tree().root();
  }

  private static byte[] text(byte[] message, String text, String by) {
    return bytes(new String(message, StandardCharsets.UTF_8).replace(text, by));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
