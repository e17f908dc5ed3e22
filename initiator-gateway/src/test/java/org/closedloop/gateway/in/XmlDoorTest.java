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
import org.closedloop.conformance.xml.XmlReader;
import org.closedloop.conformance.xml.XmlWriter;
import org.closedloop.core.fhir.Reading;
import org.closedloop.gateway.playing.FakeFeedback.Heard;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FHIR XML over HTTP: taken as its JSON twin, and answered in XML where that is asked for. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class XmlDoorTest {

  @TestHTTPResource("/")
  URI base;

  @ParameterizedTest
  @ValueSource(strings = {"application/fhir+xml", "application/xml;charset=utf-8", "text/xml"})
  void shouldClaimTheJsonTwin(String type) {
    byte[] message = request("obesity", "xml-" + type.replaceAll("[^a-z]", ""));

    Reply reply = lakeside().send(XmlWriter.write(message), "Content-Type", type);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).startsWith("application/fhir+json");
    Heard heard = GatewayStack.feedback().claims(referralId(message)).get(0);
    assertThat(heard.claim().identity().fingerprint()).isEqualTo(facts(message).fingerprint());
    assertThat(heard.claim().identity().messageId()).isEqualTo(facts(message).messageId());
    assertThat(Hospital.parse(heard.payload())).isEqualTo(Hospital.parse(message));
  }

  @Test
  void shouldAnswerInXmlWhatIsAskedForInXml() {
    byte[] message = request("arthritis", "xml-answer");

    Reply reply = lakeside().send(message, "Accept", "application/fhir+xml");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).isEqualTo("application/fhir+xml;charset=utf-8");
    JsonNode answer = tree(reply);
    assertThat(answer.at("/entry/1/resource/id").asText()).isEqualTo(referralId(message));
    JsonNode task = tree(lakeside().get("fhir/Task/" + referralId(message) + "?_format=xml"));
    assertThat(task.at("/resourceType").asText()).isEqualTo("Task");
    String number = facts(message).taskPlacer().value();
    JsonNode found = tree(lakeside().get("fhir/Task?identifier=" + number + "&_format=xml"));
    assertThat(found.at("/total").asInt()).isEqualTo(1);
    assertThat(tree(lakeside().get("fhir/metadata?_format=xml")).at("/kind").asText())
        .isEqualTo("instance");
  }

  @Test
  void shouldAskForCancellationInXml() {
    byte[] message = request("arthritis", "xml-update");
    lakeside().send(message);
    String id = referralId(message);
    String task =
        "<Task xmlns='http://hl7.org/fhir'><id value='"
            + id
            + "'/><status value='in-progress'/><businessStatus><coding><system"
            + " value='http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS'/><code"
            + " value='5.2'/></coding></businessStatus><intent value='order'/></Task>";

    Reply reply = lakeside().put("fhir/Task/" + id, task, "Content-Type", "application/fhir+xml");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(GatewayStack.feedback().claims(id).get(1).claim().report().businessStatus())
        .isEqualTo("5.2");
  }

  @Test
  void shouldAnswerErrorsInXmlToo() {
    assertRefused(xml("<Bundle xmlns='http://hl7.org/fhir'>"), 400, "body-xml");
    assertRefused(xml("<!DOCTYPE Bundle><Bundle/>"), 400, "body-doctype");
    assertRefused(xml("<Foo xmlns='http://hl7.org/fhir'/>"), 400, "resource-type");
    assertRefused(
        xml("<Bundle xmlns='http://hl7.org/fhir'><type value='collection'/></Bundle>"),
        422,
        "message-bundle");
    assertRefused(xml(" ".repeat(1024 * 1024 + 1)), 413, "too-large");
    assertRefused(xml(" ".repeat(4 * 1024 * 1024 + 1)), 413, "too-large");
    assertRefused(lakeside().get("fhir/Nothing?_format=xml"), 404, "not-found");
    assertRefused(new Hospital(base, null).get("fhir/Task/x?_format=xml"), 401, "auth-token");
    assertRefused(
        lakeside().send(bytes("x"), "Content-Type", "text/plain", "Accept", "text/xml"),
        415,
        "media-type");
  }

  private Reply xml(String body) {
    return lakeside()
        .send(
            bytes(body), "Content-Type", "application/fhir+xml", "Accept", "application/fhir+xml");
  }

  private static void assertRefused(Reply reply, int status, String rule) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.contentType()).startsWith("application/fhir+xml");
    assertThat(tree(reply).at("/issue/0/details/coding/0/code").asText()).isEqualTo(rule);
  }

  private static JsonNode tree(Reply reply) {
    return ((Reading.Readable) XmlReader.read(reply.body())).tree().root();
  }

  private Hospital lakeside() {
    return Hospital.of(base, "lakeside-hospital");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
