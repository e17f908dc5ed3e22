package org.closedloop.adapter.testing;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Trigger;

/** Decisions as the journal brings them, of referrals to {@code pull-only}. */
public final class Decisions {

  private static final Instant DECIDED = Instant.parse("2026-03-10T09:00:00Z");

  private Decisions() {}

  /** A report of the program that moved the referral by a row of the table. */
  public static Decision decision(
      String referral, long sequence, String tid, String reason, String documentId) {
    return of(referral, sequence, tid, reason, documentId, Delivery.RECORDED);
  }

  /** That it was delivered, which moves nothing and says nothing. */
  public static Decision delivery(String referral, long sequence) {
    return of(referral, sequence, null, null, null, Delivery.DELIVERED);
  }

  private static Decision of(
      String referral,
      long sequence,
      String tid,
      String reason,
      String documentId,
      Delivery delivery) {
    Claim claim =
        Claim.report(
            ReferralId.derive(referral + sequence),
            referral,
            Actor.RECIPIENT,
            "pull-only",
            Identity.NONE,
            new Report("accepted", "3.0", reason, false),
            List.of(),
            DECIDED);
    return new Decision(
        ReferralId.derive("decision" + referral + sequence),
        referral,
        sequence,
        claim,
        true,
        Actor.RECIPIENT,
        tid,
        Trigger.SEND_REFERRAL_PACKAGE,
        PlayedReferral.RECEIVED,
        sequence == 1 ? PlayedReferral.RECEIVED : PlayedReferral.ACCEPTED,
        delivery,
        new Submission(
            "mesa-clinic",
            "pull-only",
            "arthritis",
            new Placer("http://mesa.example/requests", null, "SR-" + referral),
            null,
            List.of()),
        null,
        documentId,
        List.of(),
        DECIDED.plusSeconds(sequence));
  }
}
