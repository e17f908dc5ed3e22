package org.closedloop.feedback.in;

import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.codec.CodecException;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.feedback.core.Said;

/** What came of reading a record of {@code referral.claims}. */
sealed interface ClaimReading {

  /** A claim that can be decided. */
  record Readable(Said said) implements ClaimReading {}

  /**
   * Not a claim of this hub.
   *
   * @param rule why
   * @param claim what was claimed, where at least that can be read
   */
  record Unreadable(String rule, Optional<Claim> claim) implements ClaimReading {}

  /** Reads a record's value; quotes nothing of it. */
  static ClaimReading of(byte[] value) {
    try {
      Envelope envelope = EnvelopeCodec.open(value);
      Claim claim = envelope.facts(Claim.class);
      return !whole(claim, envelope)
          ? new Unreadable("claim-incomplete", Optional.empty())
          : of(claim, envelope.payload());
    } catch (CodecException | IllegalArgumentException e) {
      return new Unreadable("claim-unreadable", Optional.empty());
    }
  }

  private static ClaimReading of(Claim claim, byte[] message) {
    try {
      return new Readable(Said.of(claim, message));
    } catch (IllegalArgumentException e) {
      return new Unreadable("claim-message-unreadable", Optional.of(claim));
    }
  }

  private static boolean whole(Claim claim, Envelope envelope) {
    UUID.fromString(claim.referralId());
    return switch (claim.kind()) {
      case SUBMISSION ->
          claim.submission() != null
              && claim.submission().service() != null
              && claim.identity().fingerprint() != null
              && envelope.hasPayload();
      case REPORT -> claim.report() != null && claim.identity().fingerprint() != null;
      case REVOCATION ->
          claim.revocation() != null
              && claim.revocation().revokedAt() != null
              && !claim.revocation().patientKeys().isEmpty()
              && claim.identity().fingerprint() != null;
      case ATTEMPT -> claim.attempt() != null;
      case ROUTED, DELIVERED, WITHDRAWN, UNDELIVERABLE, REPLAY, DISCARD, CONSENT_REVOKED -> true;
    };
  }
}
