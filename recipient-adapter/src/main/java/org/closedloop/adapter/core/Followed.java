package org.closedloop.adapter.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.core.claim.ConsentEnd;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;

/**
 * What decisions of one referral, one after the other, leave of its Task. Pure.
 *
 * @param first number of the first of them; it all holds only where what is known is older
 * @param last the last of them
 * @param submission what the referral is
 * @param authoredOn when the first of them was claimed
 * @param moved number of the last that moved the referral along the table; 0 when none did
 * @param feedbackDocumentId of the last that brought a document; null when none did
 * @param speaks whether one of them says what the reason of the status is
 * @param reason what that is; null when there is none any more
 */
public record Followed(
    long first,
    Decision last,
    Submission submission,
    Instant authoredOn,
    long moved,
    String feedbackDocumentId,
    boolean speaks,
    String reason) {

  /** One for each referral; what is not newer than one before it changes nothing. */
  public static List<Followed> of(List<Decision> decisions) {
    Map<String, Followed> byReferral = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      byReferral.merge(decision.referralId(), of(decision), (before, now) -> before.then(decision));
    }
    return new ArrayList<>(byReferral.values());
  }

  private static Followed of(Decision decision) {
    return new Followed(
        decision.sequence(),
        decision,
        decision.submission(),
        decision.claim().claimedAt(),
        decision.tid() == null ? 0 : decision.sequence(),
        decision.feedbackBundleId(),
        speaks(decision),
        speaks(decision) ? reason(decision) : null);
  }

  private Followed then(Decision decision) {
    if (decision.sequence() <= last.sequence()) {
      return this;
    }
    Followed next = of(decision);
    return new Followed(
        first,
        decision,
        submission,
        authoredOn,
        Math.max(moved, next.moved),
        next.feedbackDocumentId == null ? feedbackDocumentId : next.feedbackDocumentId,
        speaks || next.speaks,
        next.speaks ? next.reason : reason);
  }

  /** Whoever sends something on, or moves the referral, says why, or that there is no reason. */
  private static boolean speaks(Decision decision) {
    return decision.messageId() != null || decision.tid() != null;
  }

  private static String reason(Decision decision) {
    Report report = decision.claim().report();
    return report == null
        ? ConsentEnd.of(decision).map(end -> end.sentence(decision.tid() != null)).orElse(null)
        : report.statusReason();
  }

  /** Which referral. */
  public String referralId() {
    return last.referralId();
  }

  /** Task.status code. */
  public String status() {
    return last.to().status().code();
  }

  /** Code of the business status, or null. */
  public String businessStatus() {
    ReferralState to = last.to();
    BusinessStatus business = to.businessStatus();
    return business == null ? null : business.code();
  }
}
