package org.closedloop.conformance.rule;

import java.util.List;
import org.closedloop.conformance.Direction;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Fhir;

/**
 * A feedback document has one summary section, and its focus is the ServiceRequest of this message.
 */
final class FeedbackSummary implements Rule {

  @Override
  public String id() {
    return "feedback-summary";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.direction() == Direction.FEEDBACK) {
      message.view().documents().stream()
          .filter(document -> document.first("Composition").isPresent())
          .forEach(document -> check(message, document, report));
    }
  }

  private static void check(Message message, BundleView document, Report report) {
    List<Section> summaries =
        message.sections().stream()
            .filter(section -> section.document() == document && section.top())
            .filter(section -> Fhir.SUMMARY_SECTION.equals(section.code()))
            .toList();
    if (summaries.size() != 1) {
      report.missing(
          document.entries().get(0).path("section"),
          "A feedback Composition has exactly one summary section (code RSRFS of "
              + Fhir.BSER_CODES
              + "); send one.");
    }
    for (Section summary : summaries) {
      if (message.view().serviceRequest().isPresent()
          && summary
              .focus(message.view(), "ServiceRequest")
              .filter(message.view().serviceRequest().get()::sameAs)
              .isEmpty()) {
        report.error(
            summary.place().path() + ".focus",
            "The focus of the summary section is not the ServiceRequest of this message; reference"
                + " that one's fullUrl.");
      }
    }
  }
}
