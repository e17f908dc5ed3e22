package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.OnRecord;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.ReferralState;
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

  /** A claim that only repeats another, under an id of its own: on record, and nothing else. */
  Ruling.Repeated repeated(Verdict first) {
    Decision decision =
        numbered(
            0,
            false,
            claim.actor(),
            null,
            null,
            ReferralState.NONE,
            ReferralState.NONE,
            null,
            null,
            null,
            null,
            first.findings());
    return new Ruling.Repeated(
        first, decision.with(new OnRecord(claimKey, first, true, null, unknownYet(), List.of())));
  }

  private Ruling.Decided opened(Effect.Opened opened) {
    Decision decision =
        numbered(
            1,
            true,
            claim.actor(),
            opened.row().tid(),
            opened.row().trigger(),
            ReferralState.NONE,
            opened.row().to(),
            Delivery.RECORDED,
            claim.submission(),
            messageId(),
            null,
            List.of());
    return accepted(decision, null);
  }

  private Ruling.Decided moved(Effect.Moved moved, Referral before) {
    String bundleId =
        said.document().map(any -> ReferralId.derive("document|" + claim.claimId())).orElse(null);
    Decision decision =
        numbered(
            before.sequence() + 1,
            true,
            moved.actor(),
            moved.row().tid(),
            moved.row().trigger(),
            before.state(),
            moved.row().to(),
            moved.delivery(),
            before.submission(),
            messageId(),
            bundleId,
            List.of());
    return accepted(decision, moved.reason());
  }

  private Ruling.Decided noted(Effect.Noted noted, Referral before) {
    return accepted(inPlace(before, noted.delivery(), null), null);
  }

  private Ruling.Decided reported(Effect.Reported reported, Referral before) {
    return accepted(inPlace(before, reported.delivery(), messageId()), reported.reason());
  }

  private Decision inPlace(Referral before, Delivery delivery, String messageId) {
    return numbered(
        before.sequence() + 1,
        true,
        claim.actor(),
        null,
        null,
        before.state(),
        before.state(),
        delivery,
        before.submission(),
        messageId,
        null,
        List.of());
  }

  private Ruling.Decided revoked(Effect.Revoked revoked) {
    return ofNoReferral(true, null, 200, List.of(revoked.note()));
  }

  private Ruling.Decided accepted(Decision decision, String reason) {
    return ruling(decision, 200, reason);
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
    Referral referral = before.get();
    Decision decision =
        numbered(
            referral.sequence() + 1,
            false,
            claim.actor(),
            null,
            trigger,
            referral.state(),
            referral.state(),
            referral.delivery(),
            referral.submission(),
            null,
            null,
            refusal.findings());
    return ruling(decision, refusal.httpStatus(), null);
  }

  /** A refusal that belongs to no referral, or a revocation. */
  private Ruling.Decided ofNoReferral(
      boolean accepted, Trigger trigger, int httpStatus, List<Finding> findings) {
    Decision decision =
        numbered(
            0,
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
            findings);
    return ruling(decision, httpStatus, null);
  }

  private Decision numbered(
      long sequence,
      boolean accepted,
      Actor actor,
      String tid,
      Trigger trigger,
      ReferralState from,
      ReferralState to,
      Delivery delivery,
      Submission submission,
      String messageId,
      String bundleId,
      List<Finding> findings) {
    boolean whole = accepted && sequence > 0;
    return new Decision(
        eventId,
        claim.referralId(),
        sequence,
        whole ? claim : ClaimContent.without(claim),
        accepted,
        actor,
        tid,
        trigger,
        from,
        to,
        delivery,
        submission,
        messageId,
        bundleId,
        findings,
        now);
  }

  private Ruling.Decided ruling(Decision decision, int httpStatus, String reason) {
    Verdict verdict = Verdicts.of(decision, httpStatus);
    boolean revocation = decision.accepted() && claim.kind() == ClaimKind.REVOCATION;
    Decision whole =
        decision.with(
            new OnRecord(
                claimKey,
                verdict,
                false,
                reason,
                decision.accepted() ? unknownYet() : List.of(),
                revocation ? known.consent().openReferrals() : List.of()));
    Referral after = Aftermath.of(whole, known.referral()).orElse(null);
    return new Ruling.Decided(claimKey, whole, verdict, after);
  }

  /** The identities nobody bore before. */
  private List<String> unknownYet() {
    return IdentityKey.of(claim).stream()
        .filter(key -> !known.identities().containsKey(key))
        .map(key -> key.kind().word())
        .toList();
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
}
