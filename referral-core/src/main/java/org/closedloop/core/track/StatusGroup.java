package org.closedloop.core.track;

import java.util.Locale;
import java.util.Optional;

/** How a hospital sorts its referrals. */
public enum StatusGroup {
  /** All that are not closed. */
  OPEN,
  /** Open, and late at some stage. */
  OVERDUE,
  /** The program has not answered. */
  WAITING,
  /** Accepted, or under way. */
  ACTIVE,
  /** The hospital has asked for cancellation. */
  CANCELLING,
  /** Closed with an outcome. */
  COMPLETED,
  /** Closed without: declined or cancelled. */
  ENDED;

  /** The word in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it holds what is closed. */
  public boolean closed() {
    return this == COMPLETED || this == ENDED;
  }

  /** The group of a word; empty when there is none. */
  public static Optional<StatusGroup> of(String word) {
    for (StatusGroup group : values()) {
      if (group.word().equals(word)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a referral belongs here.
   *
   * @param status Task.status code
   * @param businessStatus business status code
   * @param overdue whether it is late
   */
  public boolean holds(String status, String businessStatus, boolean overdue) {
    boolean cancelling = "in-progress".equals(status) && "5.2".equals(businessStatus);
    return switch (this) {
      case OPEN -> !over(status);
      case OVERDUE -> !over(status) && overdue;
      case WAITING -> "received".equals(status);
      case ACTIVE -> "accepted".equals(status) || "in-progress".equals(status) && !cancelling;
      case CANCELLING -> cancelling;
      case COMPLETED -> "completed".equals(status);
      case ENDED -> over(status) && !"completed".equals(status);
    };
  }

  private static boolean over(String status) {
    return "completed".equals(status) || "rejected".equals(status) || "cancelled".equals(status);
  }
}
