package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.core.state.Trigger;

/** Gives an effect its number, its ids and its time: decision, verdict and the referral after. */
final class Numbering {

  private final Said said;
  private final Claim claim;
  private final Known known;
  private final Instant now;
  private final String claimKey;
  private final String eventId;

  Numbering(Said said, Known known, Instant now) {
    this.said = said;
    this.claim = said.claim();
    this.known = known;
    this.now = now;
    this.claimKey = known.sameClaim().isPresent() ? Repeats.conflictKey(claim) : claim.claimId();
    this.eventId = ReferralId.derive("event|" + claimKey);
  }

  Ruling.Decided of(Effect effect) {
    return switch (effect) {
      case Effect.Opened opened -> opened(opened);
      case Effect.Moved moved -> moved(moved, known.referral().orElseThrow());
      case Effect.Noted noted -> noted(noted, known.referral().orElseThrow());
      case Effect.Reported reported -> reported(reported, known.referral().orElseThrow());
      case Effect.Revoked revoked -> revoked(revoked);
      case Effect.Refused refused -> refused(refused);
    };
  }

  private Ruling.Decided opened(Effect.Opened opened) {
    Referral after =
        new Referral(
            claim.referralId(),
            claim.submission(),
            claim.claimId(),
            claim.identity().fingerprint(),
            opened.row().to(),
            null,
            Delivery.RECORDED,
            1,
            null,
            StageTimes.recorded(claim.claimedAt(), now),
            now);
    return accepted(
        after,
        ReferralState.NONE,
        claim.actor(),
        opened.row().tid(),
        opened.row().trigger(),
        messageId(),
        null);
  }

  private Ruling.Decided moved(Effect.Moved moved, Referral before) {
    String bundleId =
        said.document().map(any -> ReferralId.derive("document|" + claim.claimId())).orElse(null);
    StageTimes times =
        moved.actor() == Actor.RECIPIENT
            ? before.times().responded(claim.claimedAt())
            : before.times();
    Referral after =
        before.moved(moved.row().to(), moved.reason(), moved.delivery(), bundleId, times, now);
    return accepted(
        after,
        before.state(),
        moved.actor(),
        moved.row().tid(),
        moved.row().trigger(),
        messageId(),
        bundleId);
  }

  private Ruling.Decided noted(Effect.Noted noted, Referral before) {
    StageTimes times =
        switch (claim.kind()) {
          case ROUTED -> before.times().routed(claim.claimedAt());
          case DELIVERED -> before.times().delivered(claim.claimedAt());
          default -> before.times();
        };
    Referral after = before.noted(noted.delivery(), times, now);
    return accepted(after, before.state(), claim.actor(), null, null, null, null);
  }

  private Ruling.Decided reported(Effect.Reported reported, Referral before) {
    Referral after = before.reported(reported.delivery(), reported.reason(), now);
    return accepted(after, before.state(), claim.actor(), null, null, messageId(), null);
  }

  private Ruling.Decided revoked(Effect.Revoked revoked) {
    return ofNoReferral(true, null, 200, List.of(revoked.note()));
  }

  private Ruling.Decided accepted(
      Referral after,
      ReferralState from,
      Actor actor,
      String tid,
      Trigger trigger,
      String messageId,
      String bundleId) {
    Decision decision =
        new Decision(
            eventId,
            after.id(),
            after.sequence(),
            claim,
            true,
            actor,
            tid,
            trigger,
            from,
            after.state(),
            after.delivery(),
            after.submission(),
            messageId,
            bundleId,
            List.of(),
            now);
    return new Ruling.Decided(claimKey, decision, verdict(decision, 200), after);
  }

  /** The party's own message goes on under its own id; what the hub writes gets one from here. */
  private String messageId() {
    return said.hasMessage()
        ? claim.identity().messageId()
        : ReferralId.derive("message|" + eventId);
  }

  private Ruling.Decided refused(Effect.Refused refused) {
    Optional<Referral> before = known.referral().filter(r -> refused.inHistory() && !foreign(r));
    Trigger trigger = trigger(refused);
    Refusal refusal = refused.refusal();
    if (before.isEmpty()) {
      return ofNoReferral(false, trigger, refusal.httpStatus(), refusal.findings());
    }
    Referral after = before.get().noted(before.get().delivery(), before.get().times(), now);
    Decision decision =
        new Decision(
            eventId,
            after.id(),
            after.sequence(),
            ClaimContent.without(claim),
            false,
            claim.actor(),
            null,
            trigger,
            after.state(),
            after.state(),
            after.delivery(),
            after.submission(),
            null,
            null,
            refusal.findings(),
            now);
    return new Ruling.Decided(claimKey, decision, verdict(decision, refusal.httpStatus()), after);
  }

  /** A refusal that belongs to no referral, or a revocation. */
  private Ruling.Decided ofNoReferral(
      boolean accepted, Trigger trigger, int httpStatus, List<Finding> findings) {
    Decision decision =
        new Decision(
            eventId,
            claim.referralId(),
            0,
            ClaimContent.without(claim),
            accepted,
            claim.actor(),
            null,
            trigger,
            ReferralState.NONE,
            ReferralState.NONE,
            null,
            null,
            null,
            null,
            findings,
            now);
    return new Ruling.Decided(claimKey, decision, verdict(decision, httpStatus), null);
  }

  /** Nobody writes into the history of another hospital's referral. */
  private boolean foreign(Referral referral) {
    return claim.actor() == Actor.INITIATOR
        && !claim.party().equals(referral.submission().initiator());
  }

  private Trigger trigger(Effect.Refused refused) {
    return refused.trigger() == null && claim.kind() == ClaimKind.SUBMISSION
        ? Trigger.SEND_REFERRAL_PACKAGE
        : refused.trigger();
  }

  private Verdict verdict(Decision decision, int httpStatus) {
    ReferralState to = decision.to();
    boolean onRecord = to.status() != TaskStatus.DRAFT;
    List<Finding> findings = decision.findings();
    return new Verdict(
        claim.claimId(),
        claim.claimId(),
        decision.referralId(),
        decision.accepted(),
        httpStatus,
        decision.sequence(),
        decision.tid(),
        onRecord ? to.status().code() : null,
        onRecord ? to.businessStatus().code() : null,
        findings,
        now);
  }
}
