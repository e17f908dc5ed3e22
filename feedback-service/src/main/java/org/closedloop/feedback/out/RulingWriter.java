package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.FeedbackWay;
import org.closedloop.feedback.core.IdentityKey;
import org.closedloop.feedback.core.Known;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.closedloop.feedback.core.StatusEvents;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Writes a ruling: all rows of one decision, in the order their references need. */
final class RulingWriter {

  private final StatelessSession session;
  private final Said said;
  private final KnownReader.Found found;

  RulingWriter(StatelessSession session, Said said, KnownReader.Found found) {
    this.session = session;
    this.said = said;
    this.found = found;
  }

  /** Remembers a repetition under its own claim id, and identities it adds. */
  Uni<Void> write(Ruling.Repeated repeated) {
    if (!repeated.underNewId()) {
      return Uni.createFrom().voidItem();
    }
    Claim claim = said.claim();
    List<Object> rows = new ArrayList<>();
    rows.add(ClaimRow.of(claim.claimId(), claim.identity().fingerprint(), repeated.verdict()));
    rows.addAll(identities(claim.claimId(), found.known()));
    return insert(rows);
  }

  /**
   * Writes a decision.
   *
   * @param message the message that goes on, if one does
   * @param way how the initiator hears of it
   */
  Uni<Void> write(Ruling.Decided decided, Optional<byte[]> message, FeedbackWay way) {
    UUID payloadId = UUID.fromString(ReferralId.derive("payload|" + decided.decision().eventId()));
    Uni<Void> payload =
        message
            .map(bytes -> session.insert(PayloadRow.of(payloadId, bytes)))
            .orElseGet(() -> Uni.createFrom().voidItem());
    return payload
        .chain(() -> referral(decided, payloadId))
        .chain(() -> insert(rows(decided, message.map(any -> payloadId).orElse(null), way)));
  }

  private Uni<Void> referral(Ruling.Decided decided, UUID payloadId) {
    if (decided.after() == null) {
      return Uni.createFrom().voidItem();
    }
    if (decided.opens()) {
      return session.insert(ReferralRow.open(decided.after(), payloadId));
    }
    ReferralRow row = found.row().orElseThrow();
    row.become(decided.after());
    return session.update(row);
  }

  private List<Object> rows(Ruling.Decided decided, UUID payloadId, FeedbackWay way) {
    List<Object> rows = new ArrayList<>();
    String topic = way instanceof FeedbackWay.Topic(String name) ? name : null;
    EventFacts facts =
        new EventFacts(
            decided.decision(), StatusEvents.of(decided).orElse(null), decided.verdict(), topic);
    rows.add(EventRow.of(decided.claimKey(), facts, decided.after() != null, payloadId));
    rows.add(
        ClaimRow.of(decided.claimKey(), said.claim().identity().fingerprint(), decided.verdict()));
    if (decided.decision().accepted()) {
      rows.addAll(identities(decided.claimKey(), found.known()));
    }
    String bundleId = decided.decision().feedbackBundleId();
    said.document()
        .filter(any -> bundleId != null)
        .ifPresent(
            bytes ->
                rows.add(
                    DocumentRow.of(
                        bundleId,
                        decided.decision().referralId(),
                        HubMessages.underId(bytes, bundleId))));
    if (decided.decision().accepted() && said.claim().kind() == ClaimKind.REVOCATION) {
      List<String> open = found.known().consent().openReferrals();
      rows.add(RevocationRow.of(decided.claimKey(), said.claim(), open));
    }
    if (way instanceof FeedbackWay.Push(String party)) {
      rows.add(CallbackRow.of(decided.decision(), party, payloadId));
    }
    return rows;
  }

  private List<IdentityRow> identities(String claimKey, Known known) {
    return IdentityKey.of(said.claim()).stream()
        .filter(key -> !known.identities().containsKey(key))
        .map(key -> IdentityRow.of(said.claim(), key, claimKey))
        .toList();
  }

  private Uni<Void> insert(List<Object> rows) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Object row : rows) {
      all = all.chain(() -> session.insert(row));
    }
    return all;
  }
}
