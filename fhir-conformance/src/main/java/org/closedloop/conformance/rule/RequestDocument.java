package org.closedloop.conformance.rule;

/**
 * A referral brings exactly one document with the supporting information (guide contradiction C07).
 */
final class RequestDocument implements Rule {

  @Override
  public String id() {
    return "request-document";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.isReferral()
        && message.view().serviceRequest().isPresent()
        && message.supportingInfo("Bundle").size() != 1) {
      report.error(
          message.view().serviceRequest().get().path("supportingInfo"),
          "A referral references exactly one request document (a Bundle of type document); send"
              + " one.");
    }
  }
}
