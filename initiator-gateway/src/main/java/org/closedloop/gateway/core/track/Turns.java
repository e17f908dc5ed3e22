package org.closedloop.gateway.core.track;

import java.time.Instant;
import org.closedloop.core.track.Lateness;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.pages.view.Times;

/** Whose turn it is, and what is late, in plain words. */
final class Turns {

  private Turns() {}

  /** Name of a referral's program. */
  static String program(ReferralLine referral) {
    return referral.programName() == null ? referral.program() : referral.programName();
  }

  /** A sentence about who is to act now. */
  static String sentence(ReferralLine referral) {
    String program = program(referral);
    if (referral.closedAt() != null) {
      return "completed".equals(referral.status())
          ? "The loop is closed. Nobody has to act any more; the outcome is below."
          : "This referral has ended. Nobody has to act any more.";
    }
    if ("5.2".equals(referral.businessStatus())) {
      return "You asked for cancellation. It is the turn of " + program + " to confirm it.";
    }
    boolean there = referral.deliveredAt() != null || referral.respondedAt() != null;
    if (!there) {
      return "parked".equals(referral.delivery())
          ? "The hub could not deliver it and has stopped trying. Its operators look at it."
          : "It is the hub's turn to deliver it to " + program + ".";
    }
    return "received".equals(referral.status())
        ? "It is the turn of " + program + " to answer."
        : "It is the turn of " + program + ", until it sends the outcome.";
  }

  /** What is late, for instance {@code No answer from the program, due 3 days ago}. */
  static String late(Lateness late, Instant now) {
    return what(late.stage())
        + (late.dueAt().isAfter(now) ? "" : ", due " + Times.span(late.dueAt(), now) + " ago");
  }

  private static String what(String stage) {
    return switch (stage) {
      case "delivery" -> "Not delivered yet";
      case "acknowledgement" -> "The program has not reacted";
      case "response" -> "No answer from the program";
      case "completion" -> "No outcome yet";
      case "feedback" -> "Your system has not taken the feedback";
      default -> "Late";
    };
  }
}
