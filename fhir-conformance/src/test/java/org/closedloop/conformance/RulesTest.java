package org.closedloop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.closedloop.conformance.rule.Rule;
import org.closedloop.conformance.rule.Rules;
import org.closedloop.core.outcome.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

  /**
   * Rules whose finding has an id of the part that found it, or that need a use case of its own.
   */
  private static final List<String> TRIED_ELSEWHERE = List.of("required-items", "plausible-date");

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

  private static String ruleOf(Finding finding) {
    return finding.ruleId().equals("reason-matches-use-case") ? "use-case-known" : finding.ruleId();
  }

  @Test
  void shouldTryEveryRule() {
    assertThat(Rules.all().stream().map(Rule::id).filter(id -> !TRIED_ELSEWHERE.contains(id)))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            cases().stream().map(RuleCases.Case::ruleId).collect(Collectors.toSet()));
  }

  @Test
  void shouldExplainEveryRule() throws IOException {
    String policy = Files.readString(Path.of("..", "docs", "conformance.md"));
    assertThat(Rules.all().stream().map(Rule::id)).allMatch(id -> policy.contains("`" + id + "`"));
  }
}
