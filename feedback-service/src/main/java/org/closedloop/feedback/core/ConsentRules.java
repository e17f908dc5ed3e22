package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.closedloop.core.claim.ConsentEnd;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.Move;
import org.closedloop.core.state.Reported;
import org.closedloop.core.state.StateMachine;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.core.state.Trigger;

/**
 * What the end of a consent does (design section 4.4, docs/guide-decisions.md GD-38). Until the
 * program has the package the hub ends the referral by row 03, or by row 23 when its cancellation
 * was asked for; after that it declines along rows 05, 10, 17, 25 and 33, and where the table has
 * none of them it reports.
 */
final class ConsentRules {

  private ConsentRules() {}

  /** A consent that is not newer than the latest revocation is none; so is a missing one. */
  static boolean revokedSince(Submission submission, Known known) {
    Optional<Instant> revokedAt = known.consent().revokedAt();
    return revokedAt.isPresent()
        && (submission.consent() == null || !submission.consent().given().isAfter(revokedAt.get()));
  }

  /** A revocation as a whole. */
  static Effect revocation(Known known) {
    return known.consent().patientKnown()
        ? new Effect.Revoked(note(known.consent().openReferrals()))
        : Refusals.patientUnknown();
  }

  /** A revocation for one referral. */
  static Effect revoked(Known known) {
    return known.referral().map(ConsentRules::revoked).orElseGet(Refusals::unknownReferral);
  }

  private static Effect revoked(Referral referral) {
    boolean delivered = referral.delivery() == Delivery.DELIVERED;
    if (delivered && referral.state().status() == TaskStatus.RECEIVED) {
      return new Effect.Reported(Delivery.DELIVERED, ConsentEnd.REVOKED.sentence(false));
    }
    return end(referral, trigger(referral, delivered), referral.delivery(), ConsentEnd.REVOKED);
  }

  private static Trigger trigger(Referral referral, boolean delivered) {
    boolean asked = referral.state().businessStatus() == BusinessStatus.CANCELLATION_REQUESTED;
    return asked && !delivered ? Trigger.SEND_CANCELLATION_CONFIRMATION : Trigger.SEND_DECLINE;
  }

  /** The adapter found the consent at an end when it was about to hand the package over. */
  static Effect withdrawn(Referral referral, ConsentEnd end) {
    return PartRules.ending(referral)
        .map(trigger -> end(referral, trigger, Delivery.WITHDRAWN, end))
        .orElseGet(() -> new Effect.Reported(Delivery.WITHDRAWN, end.sentence(false)));
  }

  private static Effect end(Referral referral, Trigger trigger, Delivery delivery, ConsentEnd end) {
    return switch (StateMachine.decide(referral.state(), Actor.HUB, Reported.of(trigger))) {
      case Move.Accepted(var row) -> new Effect.Moved(row, Actor.HUB, delivery, end.sentence(true));
      case Move.Rejected(Finding reason) ->
          referral.state().terminal()
              ? Refusals.because(reason, trigger)
              : new Effect.Reported(delivery, end.sentence(false));
    };
  }

  private static Finding note(List<String> open) {
    String text =
        open.isEmpty()
            ? "The revocation is on record. No referral of this patient is open."
            : "The revocation is on record. Open referrals it concerns, each ended by the hub or,"
                + " where the program has it, left for the program to decline; the Task tells: "
                + open.stream().map(id -> "Task/" + id).collect(Collectors.joining(", "))
                + ".";
    return Finding.information("consent-revoked", "Consent", text);
  }
}
