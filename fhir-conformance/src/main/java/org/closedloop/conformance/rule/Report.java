package org.closedloop.conformance.rule;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;

/** Collects what one rule finds. Texts never quote content of the message. */
public final class Report {

  private final String ruleId;
  private final List<Finding> findings = new ArrayList<>();

  Report(String ruleId) {
    this.ruleId = ruleId;
  }

  /** A breach of a rule between elements. */
  void error(String expression, String text) {
    findings.add(Finding.error(ruleId, expression, text));
  }

  /** Something is missing. */
  void missing(String expression, String text) {
    findings.add(Finding.error(ruleId, "required", expression, text));
  }

  /** Something points nowhere or to the wrong thing. */
  void notFound(String expression, String text) {
    findings.add(Finding.error(ruleId, "not-found", expression, text));
  }

  /** Something to look at that does not stop the message. */
  void warning(String expression, String text) {
    findings.add(new Finding(ruleId, Severity.WARNING, "business-rule", expression, text));
  }

  /** A finding that brings its own id. */
  void add(Finding finding) {
    findings.add(finding);
  }

  List<Finding> findings() {
    return findings;
  }
}
