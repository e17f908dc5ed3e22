package org.closedloop.feedback.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.OnRecord;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.IdentityKey;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.StatusEvents;

/**
 * The rows a decision leaves on record, without the referral's own. Whoever decides and whoever
 * reads the journal write the same ones. Pure.
 */
final class RecordRows {

  private final Decision decision;
  private final Claim claim;
  private final OnRecord record;

  RecordRows(Decision decision) {
    this.decision = decision;
    this.claim = decision.claim();
    this.record = decision.record();
  }

  /** Under what the message that goes on is kept. */
  UUID payloadId() {
    return UUID.fromString(ReferralId.derive("payload|" + decision.eventId()));
  }

  /** Comes before the referral, which refers to it. */
  PayloadRow payload(byte[] message) {
    return PayloadRow.of(payloadId(), message);
  }

  /**
   * All rows that come after the referral's, in the order their references need.
   *
   * @param after the referral after the decision; null when it has none
   * @param hasMessage whether a message goes on
   * @param document the feedback document the message brought; asked only where there is one
   * @param feedbackTopic topic of the initiator the message goes to, or null
   */
  List<Object> rest(
      Referral after, boolean hasMessage, Supplier<byte[]> document, String feedbackTopic) {
    List<Object> rows = new ArrayList<>();
    EventFacts facts = facts(after, feedbackTopic);
    rows.add(event(facts, RecordJson.write(facts), hasMessage));
    rows.addAll(afterEvent(document));
    return rows;
  }

  /**
   * The rows that come after the event's, in the order their references need.
   *
   * @param document as in {@link #rest}
   */
  List<Object> afterEvent(Supplier<byte[]> document) {
    List<Object> rows = new ArrayList<>();
    String key = record.claimKey();
    rows.add(ClaimRow.of(key, claim.identity().fingerprint(), record.verdict()));
    IdentityKey.of(claim).stream()
        .filter(identity -> record.identities().contains(identity.kind().word()))
        .forEach(identity -> rows.add(IdentityRow.of(claim, identity, key)));
    Optional.ofNullable(decision.feedbackBundleId())
        .ifPresent(id -> rows.add(document(id, document.get())));
    if (decision.accepted() && claim.kind() == ClaimKind.REVOCATION) {
      rows.add(RevocationRow.of(key, claim, record.revoked()));
    }
    return rows;
  }

  /**
   * What the event says.
   *
   * @param after as in {@link #rest}
   * @param feedbackTopic as in {@link #rest}
   */
  EventFacts facts(Referral after, String feedbackTopic) {
    return new EventFacts(
        decision,
        after == null ? null : StatusEvents.of(decision, after),
        record.verdict(),
        feedbackTopic);
  }

  /**
   * The event's row.
   *
   * @param json of the facts
   */
  EventRow event(EventFacts facts, byte[] json, boolean hasMessage) {
    return EventRow.of(
        record.claimKey(), facts, json, facts.status() != null, hasMessage ? payloadId() : null);
  }

  private DocumentRow document(String bundleId, byte[] document) {
    return DocumentRow.of(bundleId, decision.referralId(), HubMessages.underId(document, bundleId));
  }
}
