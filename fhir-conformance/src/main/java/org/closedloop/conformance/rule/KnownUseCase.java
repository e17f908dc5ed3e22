package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.UseCaseRecognition;
import org.closedloop.core.outcome.Finding;

/**
 * The use case can be told and section, reason and service agree. A status update need not tell it.
 */
final class KnownUseCase implements Rule {

  @Override
  public String id() {
    return "use-case-known";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.recognition() instanceof UseCaseRecognition.Unrecognised unrecognised) {
      unrecognised.refusal().findings().stream()
          .filter(finding -> mustTell(message) || !finding.ruleId().equals(id()))
          .map(finding -> located(message, finding))
          .forEach(report::add);
    }
  }

  /** What brings a document must tell, else nothing of the document could be passed on. */
  private static boolean mustTell(Message message) {
    return message.isReferral() || !message.sections().isEmpty();
  }

  /** The recognition knows facts only; here it is known where they stand. */
  private static Finding located(Message message, Finding finding) {
    String path =
        switch (finding.ruleId()) {
          case "reason-matches-use-case" -> path(message, "reasonCode");
          case "service-matches-use-case" -> path(message, "code");
          default ->
              message.compositions().map(c -> c.path("section")).findFirst().orElse("Bundle");
        };
    return Finding.error(finding.ruleId(), path, finding.text());
  }

  private static String path(Message message, String element) {
    return message.view().serviceRequest().map(r -> r.path(element)).orElse("Bundle");
  }
}
