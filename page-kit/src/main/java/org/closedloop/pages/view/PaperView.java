package org.closedloop.pages.view;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.fhir.readable.Answer;
import org.closedloop.core.fhir.readable.Measure;
import org.closedloop.core.fhir.readable.Paper;
import org.closedloop.core.fhir.readable.Section;

/**
 * A document, ready to be shown.
 *
 * @param id id of the document, null of one that cannot be downloaded
 * @param title its title
 * @param author who wrote it, or null
 * @param day when, or null
 * @param sections what it says
 */
public record PaperView(
    String id, String title, String author, String day, List<SectionView> sections) {

  /**
   * A section.
   *
   * @param lines its text
   * @param rows its values
   */
  public record SectionView(String title, List<String> lines, List<Row> rows) {}

  /**
   * A value.
   *
   * @param label what
   * @param text the value, with its unit
   * @param day when, or null
   */
  public record Row(String label, String text, String day) {}

  /** Puts a document into tables; without an id it cannot be downloaded. */
  public static PaperView of(String id, Paper paper) {
    return new PaperView(
        id,
        paper.title() == null ? "Document" : paper.title(),
        paper.author(),
        Times.day(paper.date()),
        paper.sections().stream()
            .filter(section -> !section.isEmpty())
            .map(PaperView::section)
            .toList());
  }

  private static SectionView section(Section section) {
    List<Row> rows = new ArrayList<>();
    for (Measure measure : section.measures()) {
      rows.add(row(measure.label(), measure.about(), measure.text(), measure.date()));
    }
    for (Answer answer : section.answers()) {
      rows.add(row(answer.label(), answer.about(), answer.text(), answer.date()));
    }
    return new SectionView(section.title(), section.lines(), List.copyOf(rows));
  }

  private static Row row(String label, String about, String text, String date) {
    return new Row(about == null ? label : label + " (" + about + ")", text, Times.day(date));
  }
}
