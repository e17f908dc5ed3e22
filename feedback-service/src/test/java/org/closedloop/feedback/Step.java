package org.closedloop.feedback;

import org.closedloop.core.claim.Report;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;

/**
 * What a party reports.
 *
 * @param state the state it claims
 * @param reason free text, or null
 */
public record Step(ReferralState state, String reason) {

  public static final Step ACCEPTED = of(TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED);
  public static final Step DECLINED = of(TaskStatus.REJECTED, BusinessStatus.DECLINED);
  public static final Step SCHEDULED = of(TaskStatus.IN_PROGRESS, BusinessStatus.SCHEDULED);
  public static final Step CANCELLED = of(TaskStatus.CANCELLED, BusinessStatus.CANCELLED);
  public static final Step COMPLETED = of(TaskStatus.COMPLETED, BusinessStatus.COMPLETED);
  public static final Step CANCEL =
      of(TaskStatus.IN_PROGRESS, BusinessStatus.CANCELLATION_REQUESTED);

  private static Step of(TaskStatus status, BusinessStatus businessStatus) {
    return new Step(new ReferralState(status, businessStatus), null);
  }

  /** The same with a reason. */
  public Step because(String text) {
    return new Step(state, text);
  }

  /** As a claim has it. */
  public Report report(boolean hasOutput) {
    return new Report(state.status().code(), state.businessStatus().code(), reason, hasOutput);
  }
}
