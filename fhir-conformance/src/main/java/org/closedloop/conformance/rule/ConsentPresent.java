package org.closedloop.conformance.rule;

import org.closedloop.core.catalog.UseCase;

/** A referral brings the patient's consent where the use case demands it. */
final class ConsentPresent implements Rule {

  @Override
  public String id() {
    return "consent-present";
  }

  @Override
  public void check(Message message, Report report) {
    boolean demanded =
        message.isReferral() && message.useCase().filter(UseCase::consentRequired).isPresent();
    if (demanded && message.view().serviceRequest().isPresent() && message.consents().isEmpty()) {
      report.missing(
          message.view().serviceRequest().get().path("supportingInfo"),
          "The use case demands the patient's consent; reference an active Consent in"
              + " ServiceRequest.supportingInfo.");
    }
  }
}
