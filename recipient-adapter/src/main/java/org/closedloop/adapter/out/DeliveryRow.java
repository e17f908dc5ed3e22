package org.closedloop.adapter.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.core.DeliveryState;
import org.closedloop.adapter.core.Queued;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.core.Tries;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.retry.RetryPolicy;
import org.hibernate.annotations.DynamicUpdate;

/** One message in the queue of its program; table {@code delivery}. */
@Entity
@Table(name = "delivery")
@DynamicUpdate
class DeliveryRow {

  @Id private String id;

  @Column(name = "referral_id")
  private String referralId;

  private long sequence;
  private String program;

  @Column(name = "is_referral")
  private boolean referral;

  @Column(name = "message_id")
  private String messageId;

  private byte[] payload;
  private String state;

  @Column(name = "maybe_arrived")
  private boolean maybeArrived;

  private int attempts;
  private int leases;

  @Column(name = "tried_since")
  private Instant triedSince;

  @Column(name = "tries_before")
  private int triesBefore;

  @Column(name = "parked_until")
  private Instant parkedUntil;

  @Column(name = "next_at", insertable = false)
  private Instant nextAt;

  @Column(name = "leased_until")
  private Instant leasedUntil;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "delivered_at")
  private Instant deliveredAt;

  @Column(name = "claim_due")
  private String claimDue;

  @Column(name = "claim_reason")
  private String claimReason;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "consent_until")
  private Instant consentUntil;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected DeliveryRow() {}

  static DeliveryRow of(RoutedMessage message, DeliveryState state, Instant now) {
    DeliveryRow row = new DeliveryRow();
    row.id = DeliveryId.of(message.routed().referralId(), message.routed().sequence());
    row.referralId = message.routed().referralId();
    row.sequence = message.routed().sequence();
    row.program = message.routed().program();
    row.referral = message.routed().referral();
    row.messageId = message.routed().messageId();
    row.payload = EnvelopeCodec.seal(Envelope.ofPayload(message.message()));
    row.state = state.word();
    row.decidedAt = message.routed().decidedAt();
    row.consentUntil = message.routed().consentUntil();
    row.changedAt = now;
    return row;
  }

  Queued queued() {
    return new Queued(sequence, referral, state(), maybeArrived);
  }

  DeliveryState state() {
    return DeliveryState.of(state);
  }

  boolean is(DeliveryState wanted) {
    return state() == wanted;
  }

  /** The message as the program gets it. */
  byte[] message() {
    return EnvelopeCodec.open(payload).payload();
  }

  void delivered(Instant now) {
    change(DeliveryState.DELIVERED, now);
    deliveredAt = now;
    if (referral) {
      due(ClaimKind.DELIVERED, null);
    }
  }

  void tryAgain(String word, boolean maybe, Instant next, Instant now) {
    change(DeliveryState.WAITING, now);
    lastError = word;
    maybeArrived = maybe;
    nextAt = next;
  }

  /** It was leased, and nothing went out. */
  void putBack(Instant next, Instant now) {
    change(DeliveryState.WAITING, now);
    nextAt = next;
    attempts--;
    if (attempts == triesBefore) {
      triedSince = null;
    }
  }

  void parked(String failure, boolean maybe, Instant until, Instant now) {
    change(DeliveryState.PARKED, now);
    lastError = failure;
    maybeArrived = maybe;
    parkedUntil = until;
  }

  boolean parkedTooLong(Instant now) {
    return is(DeliveryState.PARKED) && parkedUntil != null && parkedUntil.isBefore(now);
  }

  /** Nobody will ever get it. */
  void undeliverable(Instant now) {
    change(DeliveryState.WITHDRAWN, now);
    due(ClaimKind.UNDELIVERABLE, lastError);
  }

  void withdrawn(Instant now) {
    change(DeliveryState.WITHDRAWN, now);
    if (referral) {
      due(ClaimKind.WITHDRAWN, null);
    }
  }

  /** Never sent because the package before it is not; nothing is said of it. */
  void suppressed(Instant now) {
    change(DeliveryState.WITHDRAWN, now);
  }

  void failed(String word) {
    lastError = word;
  }

  void fetched() {
    maybeArrived = true;
  }

  private void change(DeliveryState to, Instant now) {
    state = to.word();
    leasedUntil = null;
    changedAt = now;
  }

  private void due(ClaimKind kind, String reason) {
    claimDue = kind.name();
    claimReason = reason;
  }

  ClaimDue claimDue() {
    return claimDue == null
        ? null
        : new ClaimDue.OfDelivery(id, referralId, ClaimKind.valueOf(claimDue), claimReason);
  }

  /** What was leased until a {@link System#nanoTime}. */
  Parcel parcel(long leaseEnds) {
    return new Parcel(
        id,
        referralId,
        sequence,
        program,
        referral,
        decidedAt,
        attempts,
        leases,
        leaseEnds,
        message());
  }

  /** How long it has been tried. */
  Tries tries(RetryPolicy policy, Instant now, double chance) {
    return new Tries(
        attempts - triesBefore, triedSince == null ? now : triedSince, now, policy, chance);
  }

  boolean referral() {
    return referral;
  }

  String program() {
    return program;
  }

  int leases() {
    return leases;
  }

  String id() {
    return id;
  }

  String referralId() {
    return referralId;
  }

  long sequence() {
    return sequence;
  }

  int attempts() {
    return attempts;
  }
}
