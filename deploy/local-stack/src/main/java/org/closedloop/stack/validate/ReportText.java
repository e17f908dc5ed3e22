package org.closedloop.stack.validate;

import java.util.List;
import org.closedloop.stack.validate.FileReport.Issue;

/** A report for people: what is wrong, where, and what to do. */
final class ReportText {

  private ReportText() {}

  /** The lines on one file. */
  static String of(FileReport report) {
    StringBuilder text = new StringBuilder();
    text.append(report.file()).append(": ").append(report.valid() ? "valid" : "NOT VALID");
    text.append(counts(report));
    if (!report.sender().isEmpty()) {
      text.append(", judged as sent by the ").append(report.sender());
    }
    List<Issue> issues = report.issues();
    issues.forEach(issue -> append(text, issue));
    return text.toString();
  }

  /** What to know at the end; the guess is told once. */
  static String end(ValidateResult result, boolean guessed) {
    String summary =
        result.valid()
            ? "Every file is valid."
            : "Not every file is valid. Each place is a FHIRPath into the message, counted from 0.";
    String guess =
        guessed
            ? System.lineSeparator()
                + "Who sends was guessed: a Task that is requested or received, or that asks for"
                + " cancellation (5.2), is the initiator's, any other the recipient's. --as"
                + " initiator or --as recipient decides it."
            : "";
    return summary
        + guess
        + System.lineSeparator()
        + "Not looked at here: token, directory and the referral's state. A running hub looks at"
        + " the first two with POST /fhir/Bundle/$validate.";
  }

  private static String counts(FileReport report) {
    int notes = report.issues().size() - report.errors() - report.warnings();
    return (report.errors() > 0 ? ", " + number(report.errors(), "error") : "")
        + (report.warnings() > 0 ? ", " + number(report.warnings(), "warning") : "")
        + (notes > 0 ? ", " + number(notes, "note") : "");
  }

  private static String number(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static void append(StringBuilder text, Issue issue) {
    String place = issue.expression().isEmpty() ? "the whole file" : issue.expression();
    text.append(System.lineSeparator())
        .append("  %-11s %s".formatted(issue.severity(), place))
        .append(System.lineSeparator())
        .append("              ")
        .append(issue.text())
        .append("  [")
        .append(issue.rule())
        .append(']');
  }
}
