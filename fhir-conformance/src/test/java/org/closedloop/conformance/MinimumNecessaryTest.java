package org.closedloop.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.core.fhir.Withheld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter and the gate together: what goes out is less, enough, and valid. */
class MinimumNecessaryTest {

  static final String HUB_TEXT = "Nothing in this section is passed on.";

  static Set<String> ways() {
    return Stuffing.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void shouldWithholdAndTell(String way) {
    MessageEdit message = MessageEdit.request("arthritis");
    int usual = count(filter(message, Direction.REQUEST));
    Stuffing.all().get(way).accept(message);
    assertThat(message.bytes()).asString(UTF_8).contains(Stuffing.MARKER);
    Filtered filtered = filter(message, Direction.REQUEST);
    assertThat(new String(filtered.bytes(), UTF_8)).doesNotContain(Stuffing.MARKER);
    assertThat(filtered.withheld().toString()).doesNotContain(Stuffing.MARKER);
    assertThat(count(filtered)).as("what was withheld more").isGreaterThanOrEqualTo(usual);
  }

  static Set<String> waysAgainstProfiles() {
    return Stuffing.againstProfiles().keySet();
  }

  @ParameterizedTest
  @MethodSource("waysAgainstProfiles")
  void shouldNotRelyOnTheProfiles(String way) {
    MessageEdit message = MessageEdit.request("arthritis");
    UseCase useCase = useCase(message, Direction.REQUEST);
    Stuffing.againstProfiles().get(way).accept(message);
    assertThat(message.bytes()).asString(UTF_8).contains(Stuffing.MARKER);
    Filtered filtered = filter(message.bytes(), useCase, Direction.REQUEST);
    assertThat(new String(filtered.bytes(), UTF_8)).doesNotContain(Stuffing.MARKER);
  }

  private static int count(Filtered filtered) {
    return filtered.withheld().stream().mapToInt(Withheld::count).sum();
  }

  @Test
  void shouldKeepWhatTheUseCaseLists() {
    for (UseCase useCase : Judge.USE_CASES) {
      for (Direction direction : Direction.values()) {
        MessageEdit message =
            direction == Direction.REQUEST
                ? MessageEdit.request(useCase.name())
                : MessageEdit.feedback(useCase.name());
        JsonNode filtered = json(filter(message, direction).bytes());
        assertThat(filtered.get("entry")).hasSameSizeAs(message.root().get("entry"));
        assertThat(filtered.findValuesAsText("resourceType"))
            .as(useCase.name())
            .containsExactlyElementsOf(message.root().findValuesAsText("resourceType"));
        assertThat(filtered.findValuesAsText("valueBoolean"))
            .isEqualTo(message.root().findValuesAsText("valueBoolean"));
      }
    }
  }

  @Test
  void shouldGiveAPatientAnIdentifierOfTheHubWhenNoneIsLeft() {
    MessageEdit message = MessageEdit.request("arthritis");
    for (ObjectNode patient : List.of(message.resource("Patient"), message.inDocument("Patient"))) {
      patient.set(
          "identifier",
          MessageEdit.json(
              "[{\"system\":\"http://hl7.org/fhir/sid/us-ssn\",\"value\":\"999-99\"}]"));
    }
    Filtered filtered = filter(message, Direction.REQUEST);
    JsonNode out = json(filtered.bytes());
    assertThat(out.toString()).doesNotContain("999-99").contains("urn:closedloop:patient");
    assertThat(Judge.findings(Judge.GATE.check(filtered.bytes(), Direction.REQUEST))).isEmpty();
    assertThat(
            filter(filtered.bytes(), useCase(message, Direction.REQUEST), Direction.REQUEST)
                .bytes())
        .isEqualTo(filtered.bytes());
  }

  @Test
  void shouldKeepTheUseCaseSectionWhenNothingOfItMayGo() {
    MessageEdit message = MessageEdit.request("diabetes-prevention");
    ObjectNode section = (ObjectNode) message.composition().at("/section/1");
    section.remove("text");
    for (JsonNode entry : message.document().get("entry")) {
      if (entry.at("/resource/resourceType").asText().equals("Observation")) {
        ObjectNode observation = (ObjectNode) entry.get("resource");
        observation.remove("meta");
        MessageEdit.coding(observation, "code").put("code", "2345-7");
      }
    }
    Filtered filtered = filter(message, Direction.REQUEST);
    assertThat(new String(filtered.bytes(), UTF_8)).contains(HUB_TEXT);
    assertThat(Judge.findings(Judge.GATE.check(filtered.bytes(), Direction.REQUEST))).isEmpty();
    assertThat(filtered.withheld()).extracting(Withheld::what).contains("Observation");
  }

  @Test
  void shouldKeepTheSummaryOfAFeedbackButNothingThatRuns() {
    MessageEdit message = MessageEdit.feedback("arthritis");
    String text =
        "{\"status\":\"additional\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'><p"
            + " style='color:red'>She <b>walks</b> again</p><img src='http://x.org/i.png' alt='x'/>"
            + "<a href='http://x.org'>more</a><!-- x --></div>\"}";
    ((ObjectNode) message.composition().at("/section/0")).set("text", MessageEdit.json(text));
    JsonNode out = json(filter(message, Direction.FEEDBACK).bytes());
    assertThat(out.findValuesAsText("div"))
        .containsExactly(
            "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>She <b>walks</b> again</p>more</div>");
  }

  @Test
  void shouldFilterStatusUpdates() {
    MessageEdit update = MessageEdit.request("arthritis").asUpdate("in-progress", "5.2");
    Stuffing.all().get("whole clinical document").accept(update);
    Filtered filtered = MinimumNecessary.request(update.bytes(), null);
    assertThat(new String(filtered.bytes(), UTF_8)).doesNotContain(Stuffing.MARKER);
    assertThat(Judge.findings(Judge.GATE.check(filtered.bytes(), Direction.REQUEST))).isEmpty();
    assertThat(filtered.withheld()).extracting(Withheld::what).contains("DocumentReference");
  }

  private static Filtered filter(MessageEdit message, Direction direction) {
    return filter(message.bytes(), useCase(message, direction), direction);
  }

  private static UseCase useCase(MessageEdit message, Direction direction) {
    GateResult result = Judge.GATE.check(message.bytes(), direction);
    assertThat(Judge.findings(result)).as("sending too much is not refused").isEmpty();
    return ((GateResult.Passed) result).useCase();
  }

  private static Filtered filter(byte[] message, UseCase useCase, Direction direction) {
    return direction == Direction.REQUEST
        ? MinimumNecessary.request(message, useCase)
        : MinimumNecessary.feedback(message, useCase);
  }

  private static JsonNode json(byte[] bytes) {
    return MessageEdit.json(new String(bytes, UTF_8));
  }
}
