package org.closedloop.core.outcome;

import java.util.List;

/**
 * A refusal as a value: the HTTP status the sender gets and why.
 *
 * @param httpStatus 4xx of design section 5
 * @param findings at least one error
 */
public record Refusal(int httpStatus, List<Finding> findings) {

  public Refusal {
    findings = List.copyOf(findings);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a refusal names its reason");
    }
  }

  /** A refusal with one reason. */
  public static Refusal of(int httpStatus, Finding finding) {
    return new Refusal(httpStatus, List.of(finding));
  }

  /** Ids of the rules that refused, in order, for history, verdicts and logs. */
  public List<String> ruleIds() {
    return findings.stream().map(Finding::ruleId).distinct().toList();
  }
}
