package org.closedloop.stack.validate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.UnaryOperator;
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

  /**
   * One finding.
   *
   * @param expression FHIRPath, empty when the whole file is meant
   * @param resource type of the resource that is meant, for people; empty where there is none
   */
  public record Issue(
      String severity, String rule, String expression, String text, @JsonIgnore String resource) {

    static Issue of(Finding finding, String resource) {
      return new Issue(
          finding.severity().code(),
          finding.ruleId(),
          finding.expression(),
          finding.text(),
          resource);
    }
  }

  /**
   * The report of findings.
   *
   * @param resource type of the resource an expression points into
   */
  static FileReport of(
      String file, String sender, List<Finding> findings, UnaryOperator<String> resource) {
    int errors = count(findings, Severity.ERROR);
    return new FileReport(
        file,
        errors == 0,
        errors,
        count(findings, Severity.WARNING),
        findings.stream().map(f -> Issue.of(f, resource.apply(f.expression()))).toList(),
        sender);
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
