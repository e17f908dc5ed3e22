package org.closedloop.feedback.in;

import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.out.Parked;

/**
 * What an operator asked for.
 *
 * @param kind REPLAY or DISCARD
 * @param id X-Request-ID: the same request again does nothing new
 * @param reason code word of a DISCARD, else null
 * @param dryRun whether only to say what would happen
 */
public record OpsRequest(ClaimKind kind, String id, String reason, boolean dryRun) {

  /** What of it concerns one referral, or an item without one. */
  String part(String referralOrItem) {
    return kind + "|" + id + "|" + referralOrItem;
  }

  /** Under what an item is resolved: the id of the claim this request makes about its referral. */
  String mark(Parked item) {
    return mark(item.referralId() == null ? item.id() : item.referralId());
  }

  /** Under what items of a referral are resolved. */
  String mark(String referralOrItem) {
    String part = part(referralOrItem);
    return ClaimId.ofMessage(org.closedloop.core.claim.Claim.OPS, part, part);
  }
}
