package org.closedloop.conformance;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.outcome.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  static List<String> useCases() {
    return Judge.USE_CASES.stream().map(UseCase::name).toList();
  }

  @ParameterizedTest
  @MethodSource("useCases")
  void shouldPassOurExamples(String useCase) {
    GateResult request = Judge.GATE.check(MessageEdit.request(useCase).bytes(), Direction.REQUEST);
    assertThat(Judge.findings(request)).isEmpty();
    assertThat(((GateResult.Passed) request).useCase().name()).isEqualTo(useCase);
    GateResult feedback =
        Judge.GATE.check(MessageEdit.feedback(useCase).bytes(), Direction.FEEDBACK);
    assertThat(Judge.findings(feedback)).isEmpty();
    assertThat(((GateResult.Passed) feedback).useCase().name()).isEqualTo(useCase);
  }

  @Test
  void shouldPassAStatusUpdateWithoutDocumentConsentAndCoverage() {
    MessageEdit cancel = MessageEdit.request("arthritis").asUpdate("in-progress", "5.2");
    assertThat(Judge.ruleIds(Judge.GATE.check(cancel.bytes(), Direction.REQUEST))).isEmpty();
    MessageEdit accept = MessageEdit.feedback("arthritis").asUpdate("accepted", "3.0");
    assertThat(Judge.ruleIds(Judge.GATE.check(accept.bytes(), Direction.FEEDBACK))).isEmpty();
  }

  @Test
  void shouldPassAnUpdateOfAReasonNobodyKnowsWithoutUseCase() {
    MessageEdit accept = MessageEdit.feedback("arthritis").asUpdate("accepted", "3.0");
    ((ObjectNode) accept.serviceRequest().at("/reasonCode/0/coding/0")).put("code", "161891005");
    GateResult result = Judge.GATE.check(accept.bytes(), Direction.FEEDBACK);
    assertThat(((GateResult.Passed) result).useCase()).isNull();
  }

  @Test
  void shouldRefuseAFeedbackDocumentOfNoUseCase() {
    MessageEdit feedback = MessageEdit.feedback("arthritis");
    reason(feedback, "161891005");
    assertThat(Judge.ruleIds(Judge.GATE.check(feedback.bytes(), Direction.FEEDBACK)))
        .containsExactly("reason-matches-use-case");
    MessageEdit.coding((ObjectNode) feedback.composition().at("/section/1"), "code")
        .put("code", "OTHER");
    assertThat(Judge.ruleIds(Judge.GATE.check(feedback.bytes(), Direction.FEEDBACK)))
        .containsExactly("use-case-known");
  }

  @Test
  void shouldReportEverythingAtOnce() {
    MessageEdit message = MessageEdit.request("arthritis");
    message.task().put("intent", "plan");
    message.task().remove("authoredOn");
    message.resource("Consent").put("status", "inactive");
    GateResult result = Judge.GATE.check(message.bytes(), Direction.REQUEST);
    assertThat(Judge.ruleIds(result))
        .containsExactlyInAnyOrder(
            "consent-active", "profile-Task.authoredOn", "fixed-Task.intent");
    assertThat(((GateResult.Refused) result).messageIdOrNull())
        .isEqualTo(message.header().get("id").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "{",
        "{\"resourceType\":\"Bundle\"} x",
        "{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\"}",
        "{\"type\":\"message\"}",
        "{\"resourceType\":\"Bundel\",\"type\":\"message\"}",
        "{\"resourceType\":1}",
        "{\"resourceType\":\"Bundle\",\"id\":\"a\\u0000b\"}",
        "{\"resourceType\":\"Bundle\",\"id\":\"\\ud800\"}",
        "{'resourceType':'Bundle'}"
      })
  void shouldCallUnreadableWhatIsNotAFhirResource(String body) {
    assertThat(Judge.status(Judge.GATE.check(body.getBytes(UTF_8), Direction.REQUEST)))
        .isEqualTo(400);
  }

  @Test
  void shouldRefuseOtherEncodings() {
    byte[] utf16 = "{\"resourceType\":\"Bundle\",\"type\":\"message\"}".getBytes(UTF_16LE);
    assertThat(Judge.status(Judge.GATE.check(utf16, Direction.REQUEST))).isEqualTo(400);
    byte[] broken = MessageEdit.request("arthritis").bytes();
    broken[broken.length / 2] = (byte) 0xff;
    assertThat(Judge.status(Judge.GATE.check(broken, Direction.REQUEST))).isEqualTo(400);
  }

  @Test
  void shouldLimitDepthSizeAndEntries() {
    String deep = "{\"resourceType\":\"Bundle\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertThat(Judge.status(Judge.GATE.check(deep.getBytes(UTF_8), Direction.REQUEST)))
        .isEqualTo(400);
    MessageEdit large = MessageEdit.request("arthritis");
    large.task().put("description", "a".repeat(1024 * 1024));
    assertThat(Judge.status(Judge.GATE.check(large.bytes(), Direction.REQUEST))).isEqualTo(413);
    MessageEdit many = MessageEdit.request("arthritis");
    for (int i = 0; i < 500; i++) {
      many.entries().addObject().put("fullUrl", "urn:uuid:" + i);
    }
    assertThat(Judge.status(Judge.GATE.check(many.bytes(), Direction.REQUEST))).isEqualTo(413);
  }

  @Test
  void shouldTakeNothingButAMessage() {
    String patient = "{\"resourceType\":\"Patient\",\"active\":true}";
    GateResult result = Judge.GATE.check(patient.getBytes(UTF_8), Direction.REQUEST);
    assertThat(Judge.status(result)).isEqualTo(422);
    assertThat(Judge.ruleIds(result)).containsExactly("message-bundle");
    MessageEdit transaction = MessageEdit.request("arthritis");
    transaction.root().put("type", "transaction");
    assertThat(Judge.ruleIds(Judge.GATE.check(transaction.bytes(), Direction.REQUEST)))
        .containsExactly("message-bundle");
  }

  @Test
  void shouldTellUseCasesApart() {
    assertRefused("one-use-case-section", m -> addSection(m, "HRSI"));
    assertRefused("section-direction", m -> addSection(m, "ARFSI"));
    assertRefused("reason-matches-use-case", m -> reason(m, "38341003"));
    assertRefused(
        "use-case-known",
        m -> {
          reason(m, "161891005");
          m.composition().withArray("section").remove(1);
        });
  }

  private static void reason(MessageEdit m, String code) {
    ((ObjectNode) m.serviceRequest().at("/reasonCode/0/coding/0")).put("code", code);
  }

  private static void addSection(MessageEdit m, String code) {
    ObjectNode section = m.composition().at("/section/1").deepCopy();
    MessageEdit.coding(section, "code").put("code", code);
    m.composition().withArray("section").add(section);
  }

  @Test
  void shouldKnowTheMotherOnlyByHerSection() {
    MessageEdit message = MessageEdit.request("early-childhood-nutrition");
    ObjectNode baby = section(message, "ECNRSIB");
    ObjectNode mother = (ObjectNode) baby.at("/section/0");
    baby.withArray("entry").add(mother.withArray("entry").remove(0));
    assertThat(Judge.ruleIds(Judge.GATE.check(message.bytes(), Direction.REQUEST)))
        .containsExactly("one-patient");

    MessageEdit unnamed = MessageEdit.request("early-childhood-nutrition");
    ((ObjectNode) section(unnamed, "ECNRSIB").at("/section/0")).remove("focus");
    assertThat(Judge.ruleIds(Judge.GATE.check(unnamed.bytes(), Direction.REQUEST)))
        .containsExactly("one-patient");
  }

  private static ObjectNode section(MessageEdit message, String code) {
    for (var section : message.composition().get("section")) {
      if (code.equals(section.at("/code/coding/0/code").asText())) {
        return (ObjectNode) section;
      }
    }
    throw new AssertionError("the example has no section " + code);
  }

  @Test
  void shouldRefuseAConsentWithAnExceptionThatDenies() {
    assertRefused(
        "consent-permits",
        m ->
            ((ObjectNode) m.resource("Consent").get("provision"))
                .set("provision", MessageEdit.json("[{\"type\":\"deny\"}]")));
  }

  @Test
  void shouldPassAConsentUntilTheEndOfItsLastDay() {
    MessageEdit message = MessageEdit.request("arthritis");
    ((ObjectNode) message.resource("Consent").get("provision"))
        .putObject("period")
        .put("start", "2026-12-01")
        .put("end", "2026-12-01");
    assertThat(Judge.ruleIds(Judge.GATE.check(message.bytes(), Direction.REQUEST))).isEmpty();
  }

  @Test
  void shouldNeverQuoteTheMessage() {
    String canary = "Zaphodcanary";
    MessageEdit message = MessageEdit.request("arthritis");
    message.task().put("status", canary);
    message.task().put("authoredOn", canary);
    message.task().put(canary + " 1", canary);
    message.header().set("sender", MessageEdit.reference(canary));
    message.resource("Patient").put("birthDate", canary);
    List<Finding> findings = Judge.findings(Judge.GATE.check(message.bytes(), Direction.REQUEST));
    assertThat(findings).hasSizeGreaterThan(3);
    assertThat(findings.toString()).doesNotContain(canary);
  }

  private static void assertRefused(String ruleId, Consumer<MessageEdit> fault) {
    MessageEdit message = MessageEdit.request("arthritis");
    fault.accept(message);
    GateResult result = Judge.GATE.check(message.bytes(), Direction.REQUEST);
    assertThat(Judge.status(result)).isEqualTo(422);
    assertThat(Judge.ruleIds(result)).contains(ruleId);
  }
}
