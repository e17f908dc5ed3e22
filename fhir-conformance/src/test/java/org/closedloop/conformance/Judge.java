package org.closedloop.conformance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.closedloop.conformance.profile.Definitions;
import org.closedloop.conformance.rule.Rule;
import org.closedloop.conformance.rule.Rules;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.outcome.Finding;

/** Gates for tests, and what they said in short. */
final class Judge {

  static final Clock NOW = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
  static final List<UseCase> USE_CASES = UseCaseCatalog.load(MessageEdit.USE_CASES).all();
  static final Gate GATE = new Gate(USE_CASES, NOW);

  /** Without profiles, so that a message can break one rule and nothing else. */
  static final Gate RULES_ONLY = new Gate(USE_CASES, NOW, Rules.all(), new Definitions());

  private Judge() {}

  static Gate without(String ruleId) {
    return without(ruleId, USE_CASES);
  }

  static Gate without(String ruleId, List<UseCase> useCases) {
    List<Rule> rules = Rules.all().stream().filter(rule -> !rule.id().equals(ruleId)).toList();
    return new Gate(useCases, NOW, rules, new Definitions());
  }

  /** 200 or the refusal's status. */
  static int status(GateResult result) {
    return switch (result) {
      case GateResult.Passed passed -> 200;
      case GateResult.Refused refused -> refused.refusal().httpStatus();
    };
  }

  static List<Finding> findings(GateResult result) {
    return switch (result) {
      case GateResult.Passed passed -> passed.notes();
      case GateResult.Refused refused -> refused.refusal().findings();
    };
  }

  static List<String> ruleIds(GateResult result) {
    return findings(result).stream().map(Finding::ruleId).distinct().toList();
  }
}
