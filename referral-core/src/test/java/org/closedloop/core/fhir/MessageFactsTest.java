package org.closedloop.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MessageFactsTest {

  @Test
  void shouldReadARequest() {
    MessageFacts facts = Examples.facts(Examples.request());
    assertThat(facts.messageId()).isNotNull();
    assertThat(facts.bundleIdentifier()).startsWith("urn:ietf:rfc:3986|");
    assertThat(facts.responseTo()).isNull();
    assertThat(facts.senderNpi()).isEqualTo(facts.requesterNpi()).matches("\\d{10}");
    assertThat(facts.receiverNpi()).isEqualTo(facts.ownerNpi()).matches("\\d{10}");
    assertThat(facts.senderNpi()).isNotEqualTo(facts.receiverNpi());
    assertThat(facts.servicePlacer().value()).isNotNull();
    assertThat(facts.taskPlacer().authority()).isNotEmpty();
    assertThat(facts.taskStatus()).isEqualTo("requested");
    assertThat(facts.businessStatus()).isEqualTo("2.0");
    assertThat(facts.hasOutput()).isFalse();
    assertThat(facts.sections()).containsExactlyInAnyOrder("OSI", "ARSI");
    assertThat(facts.reasonCodes()).anyMatch(c -> c.is("http://snomed.info/sct", "3723001"));
    assertThat(facts.patientKeys())
        .isNotEmpty()
        .allMatch(key -> key.matches("(-|[0-9a-f]{64}):[0-9a-f]{64}"));
  }

  @Test
  void shouldReadAFeedback() {
    MessageFacts facts = Examples.facts(Examples.feedback());
    MessageFacts request = Examples.facts(Examples.request());
    assertThat(facts.responseTo()).isEqualTo(request.messageId());
    assertThat(facts.responseCode()).isEqualTo("ok");
    assertThat(facts.senderNpi()).isEqualTo(facts.ownerNpi());
    assertThat(facts.hasOutput()).isTrue();
    assertThat(facts.sections()).contains("RSRFS", "ARFSI");
    assertThat(facts.servicePlacer()).isEqualTo(request.servicePlacer());
  }

  @Test
  void shouldNotFailOnWhatIsNoMessage() {
    ObjectNode patient = Examples.tree("{\"resourceType\":\"Patient\"}".getBytes());
    assertThat(Examples.facts(patient).messageId()).isNull();
    assertThatThrownBy(() -> ReferralMessage.ofStored("{".getBytes()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldNameTheAssignerWhereANumberHasNoSystem() {
    ObjectNode message = Examples.request();
    ObjectNode request = Examples.resource(message, "ServiceRequest");
    ((ObjectNode) request.at("/identifier/0")).remove("system");
    MessageFacts facts = Examples.facts(message);
    assertThat(facts.servicePlacer().authority()).isEqualTo(facts.senderNpi());
  }

  @Test
  void shouldNotHashASocialSecurityNumber() {
    ObjectNode message = Examples.request();
    List<String> keys = Examples.facts(message).patientKeys();
    Examples.resource(message, "Patient")
        .withArray("identifier")
        .addObject()
        .put("system", Fhir.SSN)
        .put("value", "999-99-9999");
    assertThat(Examples.facts(message).patientKeys()).isEqualTo(keys);
  }

  @Test
  void shouldTakeMessagesForTheSameThatDifferOnlyInTheirIdentity() {
    assertSame(m -> m.put("id", "other"));
    assertSame(m -> m.put("timestamp", "2030-01-01T00:00:00Z"));
    assertSame(m -> ((ObjectNode) m.get("identifier")).put("value", "urn:uuid:other"));
    assertSame(m -> m.remove("meta"));
    assertSame(m -> Examples.resource(m, "Task").putObject("meta").put("versionId", "7"));
    assertSame(m -> Examples.resource(m, "Bundle").put("timestamp", "2030-01-01T00:00:00Z"));
    assertSame(
        m -> {
          Examples.resource(m, "MessageHeader").put("id", "other");
          ((ObjectNode) m.at("/entry/0")).put("fullUrl", "urn:uuid:other");
        });
    assertSame(MessageFactsTest::reverseKeys);
    String fingerprint = Examples.facts(Examples.request()).fingerprint();
    assertThat(ReferralMessage.ofStored(Examples.prettyBytes(Examples.request())).facts())
        .extracting(MessageFacts::fingerprint)
        .isEqualTo(fingerprint);
  }

  @Test
  void shouldTakeMessagesForDifferentThatDifferInContent() {
    assertDifferent(m -> Examples.resource(m, "Task").put("priority", "urgent"));
    assertDifferent(m -> Examples.resource(m, "Patient").put("birthDate", "1900-01-01"));
    assertDifferent(m -> Examples.resource(m, "ServiceRequest").remove("occurrenceDateTime"));
    assertDifferent(m -> m.withArray("entry").remove(4));
  }

  private static void reverseKeys(ObjectNode node) {
    List<String> names = new java.util.ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    for (String name : names.reversed()) {
      JsonNode value = node.remove(name);
      node.set(name, value);
    }
  }

  private static void assertSame(Consumer<ObjectNode> change) {
    assertThat(changed(change)).isEqualTo(Examples.facts(Examples.request()).fingerprint());
  }

  private static void assertDifferent(Consumer<ObjectNode> change) {
    assertThat(changed(change)).isNotEqualTo(Examples.facts(Examples.request()).fingerprint());
  }

  private static String changed(Consumer<ObjectNode> change) {
    ObjectNode message = Examples.request();
    change.accept(message);
    return Examples.facts(message).fingerprint();
  }
}
