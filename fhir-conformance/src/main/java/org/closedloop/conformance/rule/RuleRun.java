package org.closedloop.conformance.rule;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.outcome.Finding;

/** Applies rules to a message. */
public final class RuleRun {

  private RuleRun() {}

  /** Everything all rules found, in the order of the rules. */
  public static List<Finding> check(Message message, List<Rule> rules) {
    List<Finding> found = new ArrayList<>();
    for (Rule rule : rules) {
      Report report = new Report(rule.id());
      rule.check(message, report);
      found.addAll(report.findings());
    }
    return found;
  }
}
