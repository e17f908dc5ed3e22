package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.gateway.playing.Messages.referralId;
import static org.closedloop.gateway.playing.Messages.replacing;
import static org.closedloop.gateway.playing.Messages.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.xml.XmlWriter;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.closedloop.gateway.playing.Messages;
import org.junit.jupiter.api.Test;

/** {@code POST Bundle/$validate}: everything the gate and the policies say, and no claim. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class ValidateTest {

  private static final String VALIDATE = "fhir/Bundle/$validate";

  @TestHTTPResource("/")
  URI base;

  @Test
  void shouldSayAllOkAndClaimNothing() {
    byte[] message = request("obesity", "validate-ok");

    assertSays(validate(message), "information all-ok");
    assertSays(validate(parameters(message)), "information all-ok");
    assertThat(GatewayStack.feedback().claims(referralId(message))).isEmpty();
  }

  @Test
  void shouldReadXmlAndSayTheSame() {
    byte[] message = brokenTwice("validate-xml");

    Reply json = validate(message);
    Reply xml =
        lakeside().call("POST", VALIDATE, XmlWriter.write(message), "Content-Type", "text/xml");

    assertThat(xml.json()).isEqualTo(json.json());
  }

  @Test
  void shouldTellEverythingAtOnceWith200() {
    assertSays(
        validate(brokenTwice("validate-broken")),
        "error fixed-Task.intent",
        "error profile-Task.authoredOn");
  }

  @Test
  void shouldTellWhatPoliciesSayOfSenderAndRecipientTogether() {
    byte[] message = replacing(request("obesity", "validate-policy"), "2730003037", "2730009991");

    Reply reply = Hospital.of(base, "mesa-clinic").call("POST", VALIDATE, message);

    assertSays(
        reply, "error sender-not-party", "error requester-not-sender", "error recipient-unknown");
  }

  @Test
  void shouldTellWhatWouldBeWithheld() {
    byte[] message =
        Messages.with(
            request("obesity", "validate-withheld"),
            "Patient",
            patient -> patient.put("language", "en").putObject("maritalStatus").put("text", "x"));

    Reply reply = validate(message);

    assertSays(reply, "information all-ok");
    assertThat(reply.json().toString())
        .contains("Not passed on to the program: 2 × Patient.maritalStatus (");
  }

  @Test
  void shouldRefuseWhatCannotBeRead() {
    assertThat(validate(bytes("{")).status()).isEqualTo(400);
    assertThat(validate(bytes("{\"resourceType\":\"Foo\"}")).status()).isEqualTo(400);
    Reply empty = validate(bytes("{\"resourceType\":\"Parameters\"}"));
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.rules()).containsExactly("validate-resource");
    assertThat(validate(new byte[1024 * 1024 + 1]).status()).isEqualTo(413);
    assertThat(lakeside().call("POST", VALIDATE, bytes("x"), "Content-Type", "text/plain").status())
        .isEqualTo(415);
    assertThat(new Hospital(base, null).call("POST", VALIDATE, bytes("{}")).status())
        .isEqualTo(401);
  }

  private static byte[] brokenTwice(String salt) {
    return Messages.with(
        request("obesity", salt),
        "Task",
        task -> {
          task.put("intent", "plan");
          task.remove("authoredOn");
        });
  }

  private static byte[] parameters(byte[] message) {
    ObjectNode parameters = (ObjectNode) Hospital.parse(bytes("{\"resourceType\":\"Parameters\"}"));
    ArrayNode all = parameters.putArray("parameter");
    all.addObject().put("name", "mode").put("valueCode", "create");
    all.addObject().put("name", "resource").set("resource", Hospital.parse(message));
    return bytes(parameters.toString());
  }

  private Reply validate(byte[] body) {
    return lakeside().call("POST", VALIDATE, body);
  }

  private static void assertSays(Reply reply, String... words) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(said(reply))
        .filteredOn(word -> !word.equals("information minimum-necessary"))
        .containsExactly(words);
  }

  private static List<String> said(Reply reply) {
    List<String> said = new ArrayList<>();
    reply
        .json()
        .path("issue")
        .forEach(
            issue ->
                said.add(
                    issue.get("severity").asText()
                        + " "
                        + issue.at("/details/coding/0/code").asText()));
    return said;
  }

  private Hospital lakeside() {
    return Hospital.of(base, "lakeside-hospital");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
