package org.closedloop.core.claim;

import java.util.Arrays;
import java.util.Optional;

/** Why a consent holds no more; the word is the reason of a claim. */
public enum ConsentEnd {
  REVOKED("consent-revoked", "The patient revoked the consent"),
  EXPIRED("consent-expired", "The patient's consent expired before delivery");

  private static final String ENDED = "; the hub ended the referral.";
  private static final String REPORTED =
      "; the hub passes nothing more of the referral on and leaves its end to the program, which"
          + " is asked to stop and to decline.";

  private final String word;
  private final String what;

  ConsentEnd(String word, String what) {
    this.word = word;
    this.what = what;
  }

  /** The code word in claims and in the adapter's queue. */
  public String word() {
    return word;
  }

  /** The end for a claim's reason; empty for any other reason, or null. */
  public static Optional<ConsentEnd> of(String reason) {
    return Arrays.stream(values()).filter(end -> end.word.equals(reason)).findFirst();
  }

  /** The end a decision of the hub is about; empty for all other decisions. */
  public static Optional<ConsentEnd> of(Decision decision) {
    return of(decision.claim().reason());
  }

  /**
   * Task.statusReason for people. No PHI.
   *
   * @param ended whether the referral ended by it, or the hub only reports
   */
  public String sentence(boolean ended) {
    return what + (ended ? ENDED : REPORTED);
  }
}
