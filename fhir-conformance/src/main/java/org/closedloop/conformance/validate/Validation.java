package org.closedloop.conformance.validate;

import java.util.List;
import java.util.stream.Stream;
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

    private static final Finding NOTHING_MORE =
        Finding.information(
            "hapi-ok", "", "HAPI's validator was asked, too, and finds nothing to correct.");

    public Judged {
      findings = List.copyOf(findings);
    }

    /**
     * With what a second judge found. Where that is something to correct, the first no longer says
     * that all is well; where it is nothing, that is said.
     */
    public Judged and(List<Finding> second) {
      boolean well = second.stream().noneMatch(Judged::wrong);
      Stream<Finding> first =
          findings.stream().filter(finding -> well || !finding.ruleId().equals(Validator.ALL_OK));
      Stream<Finding> more = second.isEmpty() ? Stream.of(NOTHING_MORE) : second.stream();
      return new Judged(Stream.concat(first, more).toList());
    }

    private static boolean wrong(Finding finding) {
      return finding.severity() == Severity.ERROR;
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
