package org.closedloop.gateway.core.track;

import java.util.stream.Collectors;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.track.ReferralLine;

/**
 * The question whether to ask for cancellation, ready to be shown.
 *
 * @param id referral id
 * @param number the hospital's own number of it
 * @param program who is asked
 * @param delivered whether the program has the referral, and so has to confirm
 * @param possible whether it may be asked for now
 * @param badge how the referral stands
 * @param request names this question, so that it is asked once
 * @param reason what was typed
 * @param mistake why it was not done, or null
 */
public record CancelView(
    String id,
    String number,
    String program,
    boolean delivered,
    boolean possible,
    Badge badge,
    String request,
    String reason,
    String mistake) {

  /** As many characters a reason may have. */
  public static final int REASON_AT_MOST = 500;

  /** The question, still open or put again with what was wrong. */
  public static CancelView of(ReferralLine line, String request, String reason, String mistake) {
    return new CancelView(
        line.id(),
        line.serviceNumber(),
        Turns.program(line),
        line.deliveredAt() != null || line.respondedAt() != null,
        JourneyView.cancellable(line),
        Badge.of(line),
        request,
        reason,
        mistake);
  }

  /** Why the hub refused, for people. */
  public static String words(Verdict verdict) {
    boolean moved =
        verdict.findings().stream().anyMatch(finding -> finding.ruleId().startsWith("state-"));
    return moved
        ? "The referral has moved on meanwhile, so it can no longer be cancelled."
        : verdict.findings().stream().map(Finding::text).collect(Collectors.joining(" "));
  }
}
