package org.closedloop.adapter.core.portal;

/** Under what open pages hear that something changed. */
public final class LiveKey {

  private LiveKey() {}

  /** One referral of a program; nobody hears of another program's. */
  public static String of(String program, String referralId) {
    return program + "|" + referralId;
  }
}
