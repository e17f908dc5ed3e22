package org.closedloop.conformance.validate;

import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.outcome.Severity;

/** What came of validating a body. */
public sealed interface Validation {

  /**
   * It cannot be read, so nothing can be said of its content.
   *
   * @param refusal status 400 or 413
   */
  record Unreadable(Refusal refusal) implements Validation {}

  /**
   * It was judged.
   *
   * @param findings everything found, of every severity; never empty
   */
  record Judged(List<Finding> findings) implements Validation {

    public Judged {
      findings = List.copyOf(findings);
    }
  }

  /** Everything found, whether the body could be read or not; never empty. */
  default List<Finding> all() {
    return switch (this) {
      case Unreadable(Refusal refusal) -> refusal.findings();
      case Judged(List<Finding> findings) -> findings;
    };
  }

  /** Whether the hub would take it as far as can be told. */
  default boolean valid() {
    return all().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
