package org.closedloop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closedloop.conformance.rule.Rule;
import org.closedloop.conformance.rule.Rules;
import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.Item;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.outcome.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

  private static final String NEEDS_A_USE_CASE_OF_ITS_OWN = "required-items";
  private static final String ONLY_WARNS = "plausible-date";

  static List<RuleCases.Case> cases() {
    return RuleCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldRefuseAndNameTheElement(RuleCases.Case broken) {
    byte[] body = broken.message().bytes();
    assertThat(Judge.findings(Judge.GATE.check(body, broken.direction())))
        .extracting(RulesTest::ruleOf)
        .contains(broken.ruleId());
    GateResult result = Judge.RULES_ONLY.check(body, broken.direction());
    assertThat(Judge.status(result)).isEqualTo(422);
    assertThat(Judge.findings(result))
        .as("only one rule is broken")
        .extracting(RulesTest::ruleOf)
        .containsOnly(broken.ruleId());
    assertThat(Judge.findings(result))
        .extracting(Finding::expression)
        .anyMatch(expression -> expression.endsWith(broken.expression()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldPassOnceTheRuleIsTakenOut(RuleCases.Case broken) {
    GateResult result =
        Judge.without(broken.ruleId()).check(broken.message().bytes(), broken.direction());
    assertThat(Judge.findings(result)).isEmpty();
    assertThat(Judge.status(result)).isEqualTo(200);
  }

  @Test
  void shouldDemandWhatTheUseCaseRequiresUntilTheRuleIsTakenOut() {
    byte[] message = MessageEdit.request("arthritis").bytes();
    List<UseCase> demanding = Judge.USE_CASES.stream().map(RulesTest::withOneMoreItem).toList();
    GateResult result = new Gate(demanding, Judge.NOW).check(message, Direction.REQUEST);
    assertThat(Judge.status(result)).isEqualTo(422);
    assertThat(Judge.ruleIds(result)).containsExactly(NEEDS_A_USE_CASE_OF_ITS_OWN);
    Gate without = Judge.without(NEEDS_A_USE_CASE_OF_ITS_OWN, demanding);
    assertThat(Judge.findings(without.check(message, Direction.REQUEST))).isEmpty();
  }

  @Test
  void shouldWarnOfADateInTheFutureUntilTheRuleIsTakenOut() {
    MessageEdit message = MessageEdit.request("arthritis");
    message.task().put("authoredOn", "2099-01-01T00:00:00Z");
    message.task().put("lastModified", "2099-01-01T00:00:00Z");
    GateResult result = Judge.GATE.check(message.bytes(), Direction.REQUEST);
    assertThat(Judge.status(result)).isEqualTo(200);
    assertThat(Judge.ruleIds(result)).containsExactly(ONLY_WARNS);
    Gate without = Judge.without(ONLY_WARNS);
    assertThat(Judge.findings(without.check(message.bytes(), Direction.REQUEST))).isEmpty();
  }

  private static UseCase withOneMoreItem(UseCase u) {
    Item item =
        new Item("goal", "Goal", "Goal", null, List.of(), null, u.request().section(), true);
    List<Item> items = Stream.concat(u.request().items().stream(), Stream.of(item)).toList();
    return new UseCase(
        u.name(),
        u.display(),
        u.reasonCodes(),
        u.serviceCodes(),
        new Flow(u.request().section(), u.request().otherSections(), items),
        u.feedback(),
        u.respondWithin(),
        u.completeWithin(),
        u.consentRequired());
  }

  private static String ruleOf(Finding finding) {
    return finding.ruleId().equals("reason-matches-use-case") ? "use-case-known" : finding.ruleId();
  }

  @Test
  void shouldTryEveryRule() {
    Set<String> tried = cases().stream().map(RuleCases.Case::ruleId).collect(Collectors.toSet());
    tried.addAll(Set.of(NEEDS_A_USE_CASE_OF_ITS_OWN, ONLY_WARNS));
    assertThat(Rules.all().stream().map(Rule::id))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(tried);
  }

  @Test
  void shouldExplainEveryRule() throws IOException {
    String policy = Files.readString(Path.of("..", "docs", "conformance.md"));
    assertThat(Rules.all().stream().map(Rule::id)).allMatch(id -> policy.contains("`" + id + "`"));
  }
}
