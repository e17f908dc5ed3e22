package org.closedloop.conformance.rule;

import org.closedloop.conformance.Direction;

/**
 * A recipient that could not process the referral reports that, and no status or feedback with it.
 */
final class ResponseError implements Rule {

  @Override
  public String id() {
    return "response-error";
  }

  @Override
  public void check(Message message, Report report) {
    String code = message.facts().responseCode();
    if (message.direction() == Direction.FEEDBACK && code != null && !code.equals("ok")) {
      report.error(
          message.view().header().map(header -> header.path("response.code")).orElse(""),
          "The message says that the referral could not be processed, so the hub takes no status or"
              + " feedback from it; decline the referral, or send the status with response code"
              + " ok.");
    }
  }
}
