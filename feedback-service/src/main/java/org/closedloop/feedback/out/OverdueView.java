package org.closedloop.feedback.out;

import java.time.Instant;

/**
 * A referral that is late; ids and codes only.
 *
 * @param referralId which referral
 * @param useCase name of the use case
 * @param stage what is waited for
 * @param turn who is to act: {@code hub}, {@code program} or {@code hospital}
 * @param dueAt when it should have happened
 * @param raisedAt when it was seen to be late
 */
public record OverdueView(
    String referralId, String useCase, String stage, String turn, Instant dueAt, Instant raisedAt) {

  static OverdueView of(OverdueRow row) {
    return new OverdueView(
        row.referralId.toString(), row.useCase, row.stage, row.turn, row.dueAt, row.raisedAt);
  }
}
