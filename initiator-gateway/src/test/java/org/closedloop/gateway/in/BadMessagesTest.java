package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.gateway.playing.Messages.referralId;
import static org.closedloop.gateway.playing.Messages.replacing;
import static org.closedloop.gateway.playing.Messages.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.closedloop.core.directory.Role;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.closedloop.gateway.playing.Messages;
import org.closedloop.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What the front door refuses by itself: the right 4xx, the element named, and nothing claimed. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class BadMessagesTest {

  private static final String OWNER = "Bundle.entry.resource.ofType(Task).owner";

  @TestHTTPResource("/")
  URI base;

  @Test
  void shouldRefuseNoExpiredOrForeignTokens() {
    byte[] message = request("obesity", "tokens");

    for (String authorization : badTokens()) {
      Reply reply = new Hospital(base, authorization).send(message);
      assertThat(reply.status()).as("token %s", authorization).isEqualTo(401);
      assertThat(reply.rules()).containsExactly("auth-token");
    }
    assertNothingClaimed(message);
  }

  @Test
  void shouldRefuseTheTokenOfARecipient() {
    Hospital program = new Hospital(base, TestTokens.of("riverbend-wellness", Role.RECIPIENT));

    Reply reply = program.send(request("obesity", "role"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.rules()).containsExactly("auth-role");
  }

  @Test
  void shouldRefuseAMessageOfAnotherHospital() {
    byte[] message = request("obesity", "foreign-sender");

    Reply reply = Hospital.of(base, "mesa-clinic").send(message);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.rules()).containsExactly("sender-not-party");
    assertThat(reply.elements())
        .containsExactly("Bundle.entry.resource.ofType(MessageHeader).sender");
    assertNothingClaimed(message);
  }

  @Test
  void shouldRefuseWhatIsNoJson() {
    byte[] message = request("obesity", "truncated");
    byte[] truncated = Arrays.copyOf(message, message.length / 2);

    assertRefused(lakeside().send(truncated), 400, "body-json");
    assertRefused(lakeside().send(new byte[0]), 400, "body-empty");
    assertRefused(lakeside().send(bytes("{\"id\":\"1\",\"id\":\"2\"}")), 400, "body-duplicate-key");
    assertRefused(lakeside().send(bytes("{\"id\":\"1\"}")), 400, "resource-type");
    assertRefused(lakeside().call("POST", "fhir/$process-message", null), 400, "body-empty");
  }

  @Test
  void shouldRefuseTooMuchAndOtherMediaTypes() {
    byte[] large = bytes("{\"text\":\"" + "x".repeat(1024 * 1024) + "\"}");

    assertRefused(lakeside().send(large), 413, "too-large");
    assertRefused(
        lakeside().send(bytes("<Bundle/>"), "Content-Type", "application/xhtml+xml"),
        415,
        "media-type");
  }

  @Test
  void shouldRefuseABundleThatIsNoMessage() {
    byte[] message =
        Messages.with(
            request("obesity", "no-message"),
            "Bundle",
            bundle -> {
              if (bundle.get("type").asText().equals("message")) {
                bundle.put("type", "collection");
              }
            });

    Reply reply = lakeside().send(message);

    assertRefused(reply, 422, "message-bundle");
    assertThat(reply.elements()).containsExactly("Bundle.type");
  }

  @Test
  void shouldRefuseAnUnknownUseCase() {
    byte[] message = replacing(request("obesity", "use-case"), "\"ORSI\"", "\"NOSI\"");
    byte[] unknown =
        Messages.with(
            message,
            "ServiceRequest",
            service -> service.at("/reasonCode/0/coding").forEach(BadMessagesTest::backPain));

    Reply reply = lakeside().send(unknown);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.rules()).contains("use-case-known");
    assertThat(reply.elements()).anySatisfy(e -> assertThat(e).contains("section"));
    assertNothingClaimed(unknown);
  }

  @Test
  void shouldRefuseAnUnknownRecipient() {
    byte[] message = replacing(request("obesity", "recipient"), "2730003037", "2730009991");

    Reply reply = lakeside().send(message);

    assertRefused(reply, 422, "recipient-unknown");
    assertThat(reply.elements()).containsExactly(OWNER);
    assertNothingClaimed(message);
  }

  @Test
  void shouldRefuseAHospitalAsRecipient() {
    byte[] message = replacing(request("obesity", "hospital"), "2730003037", "2710002025");

    assertRefused(lakeside().send(message), 422, "recipient-unknown");
  }

  @Test
  void shouldRefuseARecipientThatDoesNotServeTheUseCase() {
    byte[] message = Messages.requestTo("steady-steps", "obesity", "not-served");

    Reply reply = lakeside().send(message);

    assertRefused(reply, 422, "recipient-use-case");
    assertThat(reply.elements()).containsExactly(OWNER);
  }

  @Test
  void shouldRefuseWhatOnlyARecipientMayReport() {
    byte[] message =
        Messages.with(
            request("obesity", "accepted-by-itself"),
            "Task",
            task -> {
              task.put("status", "accepted");
              ((ObjectNode) task.at("/businessStatus/coding/0")).put("code", "3.0");
            });

    Reply reply = lakeside().send(message);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.elements()).anySatisfy(e -> assertThat(e).endsWith("status"));
    assertNothingClaimed(message);
  }

  @Test
  void shouldAnswerWhatTheHttpLayerRefusesWithAnOutcomeToo() {
    assertRefused(lakeside().get("fhir/Patient/1"), 404, "not-found");
    assertRefused(lakeside().get("nothing-here"), 404, "not-found");
    assertRefused(lakeside().get("fhir/$process-message"), 405, "method");
    assertRefused(lakeside().call("DELETE", "fhir/Task/1", null), 405, "method");
  }

  @Test
  void shouldTakeTheNextMessageAfterAllThat() {
    lakeside().send(bytes("{"));

    assertThat(lakeside().send(request("obesity", "next")).status()).isEqualTo(200);
  }

  private static List<String> badTokens() {
    List<String> bad = new ArrayList<>();
    bad.add(null);
    bad.add("Bearer not-a-token");
    bad.add(TestTokens.expired("lakeside-hospital", Role.INITIATOR));
    bad.add(TestTokens.foreign("lakeside-hospital", Role.INITIATOR));
    bad.add(TestTokens.of("stranger", Role.INITIATOR));
    return bad;
  }

  private static void backPain(JsonNode coding) {
    ((ObjectNode) coding).put("code", "161891005");
  }

  private static void assertRefused(Reply reply, int status, String rule) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.contentType()).startsWith("application/fhir+json");
    assertThat(reply.json().at("/resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(reply.rules()).containsExactly(rule);
  }

  private static void assertNothingClaimed(byte[] message) {
    assertThat(GatewayStack.feedback().claims(referralId(message))).isEmpty();
  }

  private Hospital lakeside() {
    return Hospital.of(base, "lakeside-hospital");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
