package org.closedloop.adapter.core.portal;

import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.core.state.BusinessStatus;

/**
 * How a referral stands, in words for its program.
 *
 * @param tone {@code neutral}, {@code info}, {@code good}, {@code warn} or {@code bad}
 * @param text the words; they say all, the tone only helps
 * @param next a sentence about who is to do what
 */
public record Standing(String tone, String text, String next) {

  /** The words for a referral. */
  public static Standing of(TaskRecord task) {
    return switch (task.status()) {
      case "received" ->
          new Standing("info", "New", "Look at the referral, then accept or decline it.");
      case "accepted" ->
          new Standing("info", "Accepted", "Get in touch with the person and schedule a visit.");
      case "in-progress" -> underWay(task);
      case "completed" ->
          new Standing("good", "Outcome sent", "Nothing more to do: the loop is closed.");
      case "rejected" -> new Standing("neutral", "Declined", "Nothing more to do.");
      default -> new Standing("neutral", "Cancelled", "Nothing more to do.");
    };
  }

  private static Standing underWay(TaskRecord task) {
    return switch (BusinessStatus.of(task.businessStatus()).orElse(BusinessStatus.ACTIVE)) {
      case SCHEDULED ->
          new Standing("info", "Visit scheduled", "After the visit, report how it went.");
      case UNATTENDED ->
          new Standing("warn", "No-show", "Arrange another visit, or send what came of it.");
      case EVENT_CANCELLED ->
          new Standing("warn", "Visit cancelled", "Schedule another visit, or end the referral.");
      case EVENT_COMPLETED ->
          new Standing("info", "Under way", "Send notes on the way, and the outcome at the end.");
      case CANCELLATION_REQUESTED ->
          new Standing(
              "warn",
              "Cancellation asked for",
              "The hospital asks you to stop. Confirm the cancellation, or send the outcome.");
      default -> new Standing("info", "Under way", "Send the outcome at the end.");
    };
  }
}
