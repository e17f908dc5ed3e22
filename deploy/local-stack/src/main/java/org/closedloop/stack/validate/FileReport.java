package org.closedloop.stack.validate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;

/**
 * What the gate says of one file.
 *
 * @param file as it was named
 * @param valid whether the hub would take it
 * @param errors how many
 * @param warnings how many
 * @param issues all of them, those that only inform too
 * @param sender {@code initiator} or {@code recipient}, by whose rules it was judged; for people
 */
public record FileReport(
    String file,
    boolean valid,
    int errors,
    int warnings,
    List<Issue> issues,
    @JsonIgnore String sender) {

  /** One finding; the expression is FHIRPath, empty when the whole file is meant. */
  public record Issue(String severity, String rule, String expression, String text) {

    static Issue of(Finding finding) {
      return new Issue(
          finding.severity().code(), finding.ruleId(), finding.expression(), finding.text());
    }
  }

  static FileReport of(String file, String sender, List<Finding> findings) {
    int errors = count(findings, Severity.ERROR);
    return new FileReport(
        file,
        errors == 0,
        errors,
        count(findings, Severity.WARNING),
        findings.stream().map(Issue::of).toList(),
        sender);
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
