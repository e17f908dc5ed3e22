package org.closedloop.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.junit.jupiter.api.Test;

class HubMessagesTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ANSWER = "6f8f6c52-9a3a-4a53-8c5b-0f4b7f0e2a11";
  private static final String REFERRAL = "c0f440c4-6b98-5f4c-a9f7-a07b4057c4cb";
  private static final Finding NOTE = Finding.information("withheld", "Bundle", "One was kept.");

  private static TaskView view(String businessStatus, String document) {
    return new TaskView(
        REFERRAL,
        3,
        AT,
        "2026-03-01",
        "completed",
        businessStatus,
        "done",
        "delivered",
        new Placer("http://x.org/task", null, "T1"),
        new Placer(null, "1234567893", "S1"),
        "Hospital",
        "1234567893",
        "Program",
        "1987654321",
        "arthritis",
        document);
  }

  @Test
  void shouldAnswerAnAcceptedMessage() {
    Answer answer = new Answer("m1", view("7.0", "doc1"), List.of(NOTE), ANSWER, AT);
    byte[] bytes = HubMessages.processMessageAnswer(answer);
    assertThat(HubMessages.processMessageAnswer(answer)).isEqualTo(bytes);
    JsonNode bundle = Examples.tree(bytes);
    assertThat(bundle.get("type").asText()).isEqualTo("message");
    JsonNode header = bundle.at("/entry/0/resource");
    assertThat(header.at("/eventCoding/code").asText()).isEqualTo("I12");
    assertThat(header.at("/response/identifier").asText()).isEqualTo("m1");
    assertThat(header.at("/response/code").asText()).isEqualTo("ok");
    assertThat(header.at("/focus/0/reference").asText())
        .isEqualTo(bundle.at("/entry/1/fullUrl").asText());
    JsonNode task = bundle.at("/entry/1/resource");
    assertThat(task.get("id").asText()).isEqualTo(REFERRAL);
    assertThat(task.at("/identifier/0/value").asText()).isEqualTo("T1");
    assertThat(task.at("/businessStatus/coding/0/code").asText()).isEqualTo("7.0");
    assertThat(task.at("/output/0/valueReference/reference").asText()).isEqualTo("Bundle/doc1");
    JsonNode issue = bundle.at("/entry/2/resource/issue/0");
    assertThat(issue.get("severity").asText()).isEqualTo("information");
    assertThat(issue.at("/details/coding/0/code").asText()).isEqualTo("withheld");
    assertThat(header.at("/response/details/reference").asText())
        .isEqualTo(bundle.at("/entry/2/fullUrl").asText());
  }

  @Test
  void shouldLeaveOutTheOutcomeWhenThereIsNothingToSay() {
    Answer answer = new Answer("m1", view(null, null), List.of(), ANSWER, AT);
    JsonNode bundle = Examples.tree(HubMessages.receiptMessage(answer));
    assertThat(bundle.get("entry")).hasSize(2);
    assertThat(bundle.at("/entry/1/resource").has("output")).isFalse();
    assertThat(bundle.at("/entry/1/resource").has("businessStatus")).isFalse();
  }

  @Test
  void shouldRefuseOnATopic() {
    Refusal refusal = Refusal.of(422, Finding.error("r", "Bundle.type", "Wrong; mend it."));
    JsonNode bundle = Examples.tree(HubMessages.refusalMessage(null, refusal, ANSWER, AT));
    assertThat(bundle.at("/entry/0/resource/response/identifier").asText()).isEqualTo("unknown");
    assertThat(bundle.at("/entry/0/resource/response/code").asText()).isEqualTo("fatal-error");
    assertThat(bundle.at("/entry/1/resource/issue/0/expression/0").asText())
        .isEqualTo("Bundle.type");
    assertThat(bundle.at("/entry/1/resource/issue/0/diagnostics").asText()).contains("[r]");
  }

  @Test
  void shouldWriteASearchset() {
    JsonNode found =
        Examples.tree(
            HubMessages.searchset(List.of(view("7.0", null)), "http://h/Task?x", "http://h"));
    assertThat(found.get("total").asInt()).isEqualTo(1);
    assertThat(found.at("/entry/0/fullUrl").asText()).isEqualTo("http://h/Task/" + REFERRAL);
    JsonNode nothing =
        Examples.tree(HubMessages.searchset(List.of(), "http://h/Task?x", "http://h"));
    assertThat(nothing.has("entry")).isFalse();
  }

  @Test
  void shouldTellTheInitiatorAStatus() {
    ObjectNode request = Examples.request();
    StatusUpdate update = update(StatusUpdate.Direction.TO_INITIATOR, "rejected", "4.0", true);
    byte[] bytes = HubMessages.statusUpdate(Examples.bytes(request), update);
    assertThat(HubMessages.statusUpdate(Examples.bytes(request), update)).isEqualTo(bytes);
    ObjectNode message = Examples.tree(bytes);
    MessageFacts facts = Examples.facts(message);
    MessageFacts original = Examples.facts(request);
    assertThat(facts.messageId()).isEqualTo(ANSWER);
    assertThat(facts.responseTo()).isEqualTo(original.messageId());
    assertThat(facts.senderNpi()).isEqualTo(original.receiverNpi());
    assertThat(facts.receiverNpi()).isEqualTo(original.senderNpi());
    assertThat(facts.taskStatus()).isEqualTo("rejected");
    assertThat(facts.businessStatus()).isEqualTo("4.0");
    assertThat(facts.statusReason()).startsWith("Referral hub: ").contains("no place");
    assertThat(facts.servicePlacer()).isEqualTo(original.servicePlacer());
    assertThat(facts.sections()).isEmpty();
    JsonNode header = Examples.resource(message, "MessageHeader");
    assertThat(header.at("/source/name").asText()).isEqualTo("Referral hub");
    assertThat(message.findValuesAsText("resourceType"))
        .doesNotContain("Bundle/document", "Consent", "Coverage", "Composition", "Observation");
  }

  @Test
  void shouldTellTheProgramACancellationRequest() {
    StatusUpdate update = update(StatusUpdate.Direction.TO_PROGRAM, "in-progress", "5.2", false);
    ObjectNode message =
        Examples.tree(HubMessages.statusUpdate(Examples.bytes(Examples.request()), update));
    MessageFacts facts = Examples.facts(message);
    MessageFacts original = Examples.facts(Examples.request());
    assertThat(facts.senderNpi()).isEqualTo(original.senderNpi());
    assertThat(facts.responseTo()).isNull();
    assertThat(facts.statusReason()).isEqualTo("no place");
    assertThat(Examples.resource(message, "MessageHeader").at("/source/name").asText())
        .isNotEqualTo("Referral hub");
  }

  private static StatusUpdate update(
      StatusUpdate.Direction direction, String status, String businessStatus, boolean byHub) {
    return new StatusUpdate(direction, ANSWER, AT, status, businessStatus, "no place", byHub);
  }

  @Test
  void shouldWriteTheBusinessStatusTheCodeSystemLacksAsALocalCode() {
    JsonNode task = Examples.tree(HubMessages.task(view("5.1", null)));
    assertThat(task.at("/businessStatus/coding/0/system").asText()).startsWith("urn:closedloop:");
    assertThat(task.at("/businessStatus/coding/0/code").asText()).isEqualTo("5.1");
  }

  @Test
  void shouldTakeTheFeedbackDocumentOut() {
    ObjectNode feedback = Examples.feedback();
    JsonNode document = Examples.resource(feedback, "Bundle");
    byte[] bytes = Examples.bytes(feedback);
    assertThat(HubMessages.feedbackDocumentId(bytes)).contains(document.get("id").asText());
    assertThat(Examples.tree(HubMessages.feedbackDocument(bytes).orElseThrow()))
        .isEqualTo(document);
    assertThat(HubMessages.feedbackDocument(Examples.bytes(Examples.request()))).isEmpty();
  }

  @Test
  void shouldCompleteADocumentThatLeansOnTheMessage() {
    ObjectNode feedback = Examples.feedback();
    ObjectNode document = Examples.resource(feedback, "Bundle");
    int whole = document.get("entry").size();
    ArrayNode entries = (ArrayNode) document.get("entry");
    for (int i = entries.size() - 1; i > 0; i--) {
      if (!entries.get(i).at("/resource/resourceType").asText().equals("Observation")) {
        entries.remove(i);
      }
    }
    assertThat(entries.size()).isLessThan(whole);
    JsonNode completed =
        Examples.tree(HubMessages.feedbackDocument(Examples.bytes(feedback)).orElseThrow());
    BundleView view = new BundleView("Bundle", (ObjectNode) completed);
    for (Entry entry : view.entries()) {
      Reachability.references(
          entry.resource(),
          reference -> assertThat(view.find(Nodes.text(reference, "reference"))).isPresent());
    }
  }
}
