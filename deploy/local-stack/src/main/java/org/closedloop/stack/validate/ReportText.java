package org.closedloop.stack.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.stack.validate.FileReport.Issue;

/** A report for people: what is wrong, where, and what to do. */
final class ReportText {

  private static final int MOST_PLACES = 5;

  private ReportText() {}

  /** The lines on one file. */
  static String of(FileReport report) {
    StringBuilder text = new StringBuilder();
    text.append(report.file()).append(": ").append(report.valid() ? "valid" : "NOT VALID");
    text.append(counts(report));
    if (!report.sender().isEmpty()) {
      text.append(", judged as sent by the ").append(report.sender());
    }
    grouped(report.issues()).forEach(places -> append(text, places));
    return text.toString();
  }

  /** What is wrong in the same way in several places is said once. */
  private static Collection<List<Issue>> grouped(List<Issue> issues) {
    Map<String, List<Issue>> groups = new LinkedHashMap<>();
    for (Issue issue : issues) {
      String same = issue.severity() + issue.rule() + issue.text();
      groups.computeIfAbsent(same, key -> new ArrayList<>()).add(issue);
    }
    return groups.values();
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
                + "Who sends was guessed: a Task that is accepted, rejected, cancelled, completed,"
                + " or in-progress without asking for cancellation (5.2) is the recipient's, any"
                + " other the initiator's. --as initiator or --as recipient decides it."
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

  private static void append(StringBuilder text, List<Issue> places) {
    Issue first = places.get(0);
    text.append("%n  %-11s %s [%s]".formatted(first.severity(), first.text(), first.rule()));
    places.stream()
        .limit(MOST_PLACES)
        .filter(place -> !place.expression().isEmpty())
        .forEach(place -> text.append("%n              at %s".formatted(place(place))));
    if (places.size() > MOST_PLACES) {
      text.append("%n              and %d more".formatted(places.size() - MOST_PLACES));
    }
  }

  private static String place(Issue issue) {
    return issue.resource().isEmpty()
        ? issue.expression()
        : issue.expression() + " (" + issue.resource() + ")";
  }
}
