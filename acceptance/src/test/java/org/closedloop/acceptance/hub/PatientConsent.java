package org.closedloop.acceptance.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Message;

/** A patient of a test's own, who consents to a referral and may revoke. */
public final class PatientConsent {

  private final String number = "MRN-" + UUID.randomUUID();
  private String system;

  /** Makes a referral one about this patient. */
  public UnaryOperator<byte[]> patient() {
    return request -> edited(request, message -> {});
  }

  /** As {@link #patient}, with a consent given at a time of its own. */
  public UnaryOperator<byte[]> givenAt(Instant time) {
    return request ->
        edited(
            request,
            message -> ((ObjectNode) message.resource("Consent")).put("dateTime", time.toString()));
  }

  /** As {@link #patient}, with a consent that ends. */
  public UnaryOperator<byte[]> until(Instant end) {
    return request ->
        edited(
            request,
            message ->
                ((ObjectNode) message.resource("Consent").at("/provision/period"))
                    .put("end", end.toString()));
  }

  private byte[] edited(byte[] request, Consumer<Message> change) {
    Message message = Message.of(request);
    ObjectNode identifier = (ObjectNode) message.resource("Patient").at("/identifier/0");
    String old = identifier.path("value").asText();
    system = identifier.path("system").asText();
    change.accept(message);
    return message
        .root()
        .toString()
        .replace('"' + old + '"', '"' + number + '"')
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The hospital sends the patient's denial. */
  public HubHttp.Answer revoke(HubHttp hospital) {
    return revoke(hospital, UUID.randomUUID().toString());
  }

  /** The same under a request id. */
  public HubHttp.Answer revoke(HubHttp hospital, String requestId) {
    String consent =
        """
        {"resourceType":"Consent","status":"active","scope":{"text":"privacy"},
        "category":[{"text":"referral"}],"provision":{"type":"deny"},
        "patient":{"identifier":{"system":"%s","value":"%s"}}}
        """
            .formatted(system, number);
    return hospital.send(
        "POST", "/fhir/Consent", consent.getBytes(StandardCharsets.UTF_8), requestId);
  }
}
