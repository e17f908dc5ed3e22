package org.closedloop.gateway.core.track;

import org.closedloop.core.track.ReferralLine;

/**
 * How a referral stands, in two or three words.
 *
 * @param tone {@code neutral}, {@code info}, {@code good}, {@code warn} or {@code bad}
 * @param text the words; they say all, the tone only helps
 */
public record Badge(String tone, String text) {

  static Badge of(ReferralLine referral) {
    return switch (referral.status()) {
      case "received" -> waiting(referral);
      case "accepted" -> new Badge("info", "Accepted");
      case "in-progress" -> underWay(referral.businessStatus());
      case "completed" -> new Badge("good", "Outcome received");
      case "rejected" -> new Badge("bad", "Declined");
      case "cancelled" -> new Badge("neutral", "Cancelled");
      default -> new Badge("neutral", referral.status());
    };
  }

  private static Badge waiting(ReferralLine referral) {
    return switch (referral.delivery()) {
      case "delivered" -> new Badge("neutral", "Waiting for an answer");
      case "retrying" -> new Badge("warn", "Delivery is retried");
      case "parked" -> new Badge("bad", "Delivery stopped");
      default -> new Badge("info", "Being delivered");
    };
  }

  private static Badge underWay(String businessStatus) {
    return switch (businessStatus) {
      case "5.1.1" -> new Badge("info", "Visit scheduled");
      case "5.1.2" -> new Badge("warn", "Visit missed");
      case "5.1.3" -> new Badge("warn", "Visit cancelled");
      case "5.1.4" -> new Badge("info", "Visit took place");
      case "5.2" -> new Badge("warn", "Cancellation asked for");
      default -> new Badge("info", "Under way");
    };
  }
}
