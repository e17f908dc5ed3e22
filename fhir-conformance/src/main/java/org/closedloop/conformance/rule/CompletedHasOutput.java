package org.closedloop.conformance.rule;

import org.closedloop.conformance.Direction;

/** A completed referral has a feedback document: that closes the loop (guide contradiction C29). */
final class CompletedHasOutput implements Rule {

  @Override
  public String id() {
    return "completed-has-output";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.direction() == Direction.FEEDBACK
        && "completed".equals(message.facts().taskStatus())
        && !message.facts().hasOutput()) {
      report.missing(
          message.view().task().map(task -> task.path("output")).orElse(""),
          "A completed Task has an output that leads to the feedback document; add it.");
    }
  }
}
