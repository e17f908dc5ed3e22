package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.Nodes;

/** Every consent a referral brings is active. */
final class ConsentActive implements Rule {

  @Override
  public String id() {
    return "consent-active";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.isReferral()) {
      message.consents().stream()
          .filter(consent -> !"active".equals(Nodes.text(consent.resource(), "status")))
          .forEach(
              consent ->
                  report.error(
                      consent.path("status"), "The consent is not active; send one that is."));
    }
  }
}
