package org.closedloop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the profiles forbid is refused by them, and by nobody else. */
class ProfilesTest {

  static List<RuleCases.Case> cases() {
    return RuleCases.ofProfiles();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldRefuseAndNameTheElement(RuleCases.Case broken) {
    GateResult result = Judge.GATE.check(broken.message().bytes(), broken.direction());
    assertThat(Judge.status(result)).isEqualTo(422);
    assertThat(Judge.findings(result))
        .filteredOn(finding -> finding.ruleId().equals(broken.ruleId()))
        .extracting(Finding::expression)
        .anyMatch(expression -> expression.endsWith(broken.expression()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldOnlyBeFoundByTheProfiles(RuleCases.Case broken) {
    GateResult result = Judge.RULES_ONLY.check(broken.message().bytes(), broken.direction());
    assertThat(Judge.findings(result)).extracting(Finding::ruleId).doesNotContain(broken.ruleId());
  }
}
