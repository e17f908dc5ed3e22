package org.closedloop.core.outcome;

import java.util.Objects;

/**
 * One thing found about a message: becomes one issue of an OperationOutcome.
 *
 * <p>The text must never quote content of the message: it may reach logs and other people.
 *
 * @param ruleId stable id of the rule, for instance {@code message-one-destination}
 * @param severity how bad it is; only {@link Severity#ERROR} refuses
 * @param type FHIR issue-type code, for instance {@code required}, {@code business-rule}
 * @param expression FHIRPath of the element, for instance {@code
 *     Bundle.entry[0].resource.destination}; empty when the whole body is meant
 * @param text one plain sentence: what is wrong and what to do
 */
public record Finding(
    String ruleId, Severity severity, String type, String expression, String text) {

  public Finding {
    Objects.requireNonNull(ruleId);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(type);
    Objects.requireNonNull(expression);
    Objects.requireNonNull(text);
  }

  /** An error of issue-type {@code business-rule}. */
  public static Finding error(String ruleId, String expression, String text) {
    return new Finding(ruleId, Severity.ERROR, "business-rule", expression, text);
  }

  /** An error of the given issue-type. */
  public static Finding error(String ruleId, String type, String expression, String text) {
    return new Finding(ruleId, Severity.ERROR, type, expression, text);
  }

  /** An informational issue: nothing to mend, something to know. */
  public static Finding information(String ruleId, String expression, String text) {
    return new Finding(ruleId, Severity.INFORMATION, "informational", expression, text);
  }
}
