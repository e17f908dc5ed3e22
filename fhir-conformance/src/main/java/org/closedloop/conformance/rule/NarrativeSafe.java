package org.closedloop.conformance.rule;

import org.closedloop.conformance.shape.Shape;
import org.closedloop.core.fhir.Narrative;

/** Narratives are well-formed XHTML of the subset R4 allows: nothing that runs or loads. */
final class NarrativeSafe implements Rule {

  @Override
  public String id() {
    return "narrative-safe";
  }

  @Override
  public void check(Message message, Report report) {
    for (Shape.Met narrative : message.shape().narratives()) {
      Narrative.problem(narrative.text())
          .ifPresent(
              problem ->
                  report.error(
                      narrative.path(),
                      "The narrative is not safe XHTML: " + problem + "; correct it."));
    }
  }
}
