package org.closedloop.feedback.core;

import java.util.Optional;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ConsentEnd;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.Move;
import org.closedloop.core.state.Reported;
import org.closedloop.core.state.StateMachine;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.core.state.Trigger;

/**
 * What the hub's own parts do to a referral. The hub stands in for the recipient only until the
 * program has the package (design section 4.4); after that its parts report, and no more.
 */
final class PartRules {

  private PartRules() {}

  static Effect judge(Claim claim, Known known) {
    return known
        .referral()
        .map(referral -> judge(claim, referral))
        .orElseGet(Refusals::unknownReferral);
  }

  private static Effect judge(Claim claim, Referral referral) {
    return switch (claim.kind()) {
      case ROUTED -> new Effect.Noted(routed(referral.delivery()));
      case DELIVERED -> new Effect.Noted(Delivery.DELIVERED);
      case WITHDRAWN -> withdrawn(claim, referral);
      case UNDELIVERABLE, DISCARD -> undeliverable(claim, referral);
      case ATTEMPT -> new Effect.Noted(attempted(claim.attempt(), referral.delivery()));
      case REPLAY -> new Effect.Noted(replayed(referral.delivery()));
      case SUBMISSION, REPORT, REVOCATION, CONSENT_REVOKED ->
          throw new IllegalArgumentException("not said by a part of the hub: " + claim.kind());
    };
  }

  /** The adapter may have been faster than the router's word: the field never goes back. */
  private static Delivery routed(Delivery delivery) {
    return delivery == Delivery.RECORDED ? Delivery.ROUTED : delivery;
  }

  /** What happened to the package; an update that fails later leaves the field as it is. */
  private static Delivery attempted(Attempt attempt, Delivery delivery) {
    return switch (delivery) {
      case RECORDED, ROUTED, RETRYING, PARKED ->
          attempt.parked() ? Delivery.PARKED : Delivery.RETRYING;
      case DELIVERED, WITHDRAWN, UNDELIVERABLE -> delivery;
    };
  }

  private static Delivery replayed(Delivery delivery) {
    return delivery == Delivery.PARKED ? Delivery.RETRYING : delivery;
  }

  private static Effect withdrawn(Claim claim, Referral referral) {
    boolean delivered = referral.delivery() == Delivery.DELIVERED;
    if (ended(referral.state().status())) {
      return new Effect.Noted(delivered ? Delivery.DELIVERED : Delivery.WITHDRAWN);
    }
    if (delivered) {
      return ConsentEnd.of(claim.reason())
          .map(end -> (Effect) new Effect.Reported(Delivery.DELIVERED, end.sentence(false)))
          .orElseGet(Refusals::alreadyDelivered);
    }
    return ConsentEnd.of(claim.reason())
        .map(end -> ConsentRules.withdrawn(referral, end))
        .orElseGet(() -> confirmed(claim, referral));
  }

  /** Then it is the adapter's word that it acted on what was decided before. */
  private static boolean ended(TaskStatus status) {
    return status == TaskStatus.REJECTED || status == TaskStatus.CANCELLED;
  }

  private static Effect confirmed(Claim claim, Referral referral) {
    return standIn(
        referral, Trigger.SEND_CANCELLATION_CONFIRMATION, Delivery.WITHDRAWN, claim.reason());
  }

  private static Effect undeliverable(Claim claim, Referral referral) {
    if (referral.delivery() == Delivery.DELIVERED) {
      return new Effect.Noted(Delivery.DELIVERED);
    }
    return ending(referral)
        .map(trigger -> standIn(referral, trigger, Delivery.UNDELIVERABLE, claim.reason()))
        .orElseGet(() -> new Effect.Noted(Delivery.UNDELIVERABLE));
  }

  /** How the hub ends a referral nobody will ever get; empty when the program has answered it. */
  static Optional<Trigger> ending(Referral referral) {
    if (referral.state().status() == TaskStatus.RECEIVED) {
      return Optional.of(Trigger.SEND_DECLINE);
    }
    return referral.state().businessStatus() == BusinessStatus.CANCELLATION_REQUESTED
        ? Optional.of(Trigger.SEND_CANCELLATION_CONFIRMATION)
        : Optional.empty();
  }

  private static Effect standIn(
      Referral referral, Trigger trigger, Delivery delivery, String reasonWord) {
    return switch (StateMachine.decide(referral.state(), Actor.HUB, Reported.of(trigger))) {
      case Move.Accepted(var row) ->
          new Effect.Moved(row, Actor.HUB, delivery, HubReasons.sentence(delivery, reasonWord));
      case Move.Rejected(Finding reason) -> Refusals.because(reason, trigger);
    };
  }
}
