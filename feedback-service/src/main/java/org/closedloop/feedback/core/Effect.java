package org.closedloop.feedback.core;

import org.closedloop.core.claim.Delivery;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.Trigger;

/** What the rules make of a claim, before it is numbered and dated. */
sealed interface Effect {

  /** The referral comes into being (row 01). */
  record Opened(Transition row) implements Effect {}

  /**
   * A row of the table applies.
   *
   * @param row which
   * @param actor who acted: {@code HUB} where it stands in for the recipient
   * @param delivery delivery state after
   * @param reason status reason, or null
   */
  record Moved(Transition row, Actor actor, Delivery delivery, String reason) implements Effect {}

  /**
   * Nothing moves, but both sides are told why the hub cannot go on.
   *
   * @param delivery delivery state after
   * @param reason status reason
   */
  record Reported(Delivery delivery, String reason) implements Effect {}

  /**
   * A revocation is on record; what it means for each referral is decided one by one.
   *
   * @param note what to tell the sender
   */
  record Revoked(Finding note) implements Effect {}

  /** Only the delivery state moves, or not even that. */
  record Noted(Delivery delivery) implements Effect {}

  /**
   * Nothing changes.
   *
   * @param refusal why
   * @param trigger what was sent, null when unknown
   * @param inHistory whether it stays visible in the history of the referral it names
   */
  record Refused(Refusal refusal, Trigger trigger, boolean inHistory) implements Effect {}
}
