package org.closedloop.core.fhir.readable;

import java.util.List;

/**
 * A section of a document. Each section holds what it names itself; a section within it comes as
 * one of its own.
 *
 * @param title as its author named it
 * @param code of the guide, such as {@code RSRFS}; null when it has none
 * @param lines its text without formatting
 * @param measures what was measured
 * @param answers what else was found or said
 */
public record Section(
    String title, String code, List<String> lines, List<Measure> measures, List<Answer> answers) {

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return lines.isEmpty() && measures.isEmpty() && answers.isEmpty();
  }
}
