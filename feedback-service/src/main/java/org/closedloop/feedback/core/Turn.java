package org.closedloop.feedback.core;

import java.util.Locale;

/** Who is to act so that a late referral moves on. */
public enum Turn {
  HUB,
  PROGRAM,
  HOSPITAL;

  /** The word in the store, on topics and in metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
