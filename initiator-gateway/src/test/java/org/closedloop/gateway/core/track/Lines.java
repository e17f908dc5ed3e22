package org.closedloop.gateway.core.track;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.track.JourneyStep;
import org.closedloop.core.track.Lateness;
import org.closedloop.core.track.ReferralLine;

/** Referrals to be shown. */
public final class Lines {

  public static final Instant NOW = Instant.parse("2026-08-20T10:00:00Z");
  public static final String ID = "c0f440c4-6b98-5f4c-a9f7-a07b4057c4cb";

  private Lines() {}

  /** A referral of three days ago, delivered. */
  public static ReferralLine line(String status, String businessStatus, Lateness... late) {
    return line(status, businessStatus, "delivered", NOW.minusSeconds(200_000), late);
  }

  static ReferralLine line(
      String status,
      String businessStatus,
      String delivery,
      Instant deliveredAt,
      Lateness... late) {
    boolean over = List.of("completed", "rejected", "cancelled").contains(status);
    return new ReferralLine(
        ID,
        "SR-1",
        "T-1",
        "hypertension",
        "kc-wellness",
        "KC Wellness",
        status,
        businessStatus,
        delivery,
        4,
        null,
        NOW.minusSeconds(3 * 86_400),
        deliveredAt,
        null,
        over ? NOW.minusSeconds(60) : null,
        NOW.minusSeconds(60),
        List.of(late));
  }

  /** A report that took effect. */
  public static JourneyStep step(
      long sequence, String actor, String trigger, String status, String businessStatus) {
    return step(sequence, actor, true, trigger, status, businessStatus, null, null);
  }

  /** A report. */
  public static JourneyStep step(
      long sequence,
      String actor,
      boolean accepted,
      String trigger,
      String status,
      String businessStatus,
      String reason,
      String documentId) {
    return new JourneyStep(
        sequence,
        NOW.minusSeconds(1000 - sequence),
        sequence == 1 ? ClaimKind.SUBMISSION : ClaimKind.REPORT,
        actor,
        accepted,
        trigger,
        status,
        businessStatus,
        reason,
        documentId,
        null,
        accepted ? List.of() : List.of(Finding.error("state-transition", "Task.status", "No.")));
  }
}
