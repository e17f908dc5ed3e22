package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Move;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.Reported;
import org.closedloop.core.state.StateMachine;
import org.closedloop.core.state.Trigger;

/** The one place where a claim becomes a decision. Pure. */
public final class Decider {

  private Decider() {}

  /**
   * Decides a claim.
   *
   * @param said the claim and its message
   * @param known what the store knows, read in the transaction that will write the ruling
   * @param now when it is decided
   */
  public static Ruling decide(Said said, Known known, Instant now) {
    Numbering numbering = new Numbering(said, known, now);
    Optional<Ruling> again =
        Repeats.sameClaim(said.claim(), known).map(first -> new Ruling.Repeated(first, null));
    return again
        .or(() -> Repeats.sameContent(said.claim(), known).map(numbering::repeated))
        .orElseGet(() -> numbering.of(effect(said, known)));
  }

  /**
   * Refuses a claim that could not be decided and that operators gave up.
   *
   * @param said the claim; its message is not looked at
   * @param known what the store knows
   * @param now when it is given up
   */
  public static Ruling giveUp(Said said, Known known, Instant now) {
    Optional<Ruling> again =
        Repeats.sameClaim(said.claim(), known).map(first -> new Ruling.Repeated(first, null));
    return again.orElseGet(() -> new Numbering(said, known, now).of(Refusals.givenUp()));
  }

  private static Effect effect(Said said, Known known) {
    Claim claim = said.claim();
    return Repeats.conflict(claim, known)
        .orElseGet(
            () ->
                switch (claim.kind()) {
                  case SUBMISSION -> submission(claim, known);
                  case REPORT -> ReportRules.judge(said, known);
                  case ROUTED, DELIVERED, WITHDRAWN, UNDELIVERABLE, ATTEMPT, REPLAY, DISCARD ->
                      PartRules.judge(claim, known);
                  case REVOCATION -> ConsentRules.revocation(known);
                  case CONSENT_REVOKED -> ConsentRules.revoked(known);
                });
  }

  private static Effect submission(Claim claim, Known known) {
    if (ConsentRules.revokedSince(claim.submission(), known)) {
      return Refusals.consentRevoked();
    }
    if (known.anotherOpen()) {
      return Refusals.anotherOpen();
    }
    Reported reported = Reported.of(Trigger.SEND_REFERRAL_PACKAGE);
    return switch (StateMachine.decide(ReferralState.NONE, Actor.INITIATOR, reported)) {
      case Move.Accepted(var row) -> new Effect.Opened(row);
      case Move.Rejected(var reason) -> Refusals.because(reason, reported.trigger());
    };
  }
}
