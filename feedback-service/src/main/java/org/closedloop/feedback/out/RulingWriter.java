package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.feedback.core.FeedbackWay;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
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
    return repeated.underNewId()
        ? insert(new RecordRows(repeated.decision()).rest(null, false, this::document, null))
        : Uni.createFrom().voidItem();
  }

  /**
   * Writes a decision.
   *
   * @param message the message that goes on, if one does
   * @param way how the initiator hears of it
   */
  Uni<Void> write(Ruling.Decided decided, Optional<byte[]> message, FeedbackWay way) {
    RecordRows rows = new RecordRows(decided.decision());
    Uni<Void> payload =
        message
            .map(bytes -> session.insert(rows.payload(bytes)))
            .orElseGet(() -> Uni.createFrom().voidItem());
    String topic = way instanceof FeedbackWay.Topic(String name) ? name : null;
    return payload
        .chain(() -> referral(decided, rows.payloadId()))
        .chain(() -> insert(rows.rest(decided.after(), message.isPresent(), this::document, topic)))
        .chain(() -> callback(decided, rows.payloadId(), way))
        .chain(
            () ->
                new ParkedDeliveries(session).follow(decided.decision(), found.known().referral()));
  }

  private Uni<Void> callback(Ruling.Decided decided, UUID payloadId, FeedbackWay way) {
    return way instanceof FeedbackWay.Push(String party)
        ? session.insert(CallbackRow.of(decided.decision(), party, payloadId))
        : Uni.createFrom().voidItem();
  }

  private byte[] document() {
    return said.document().orElseThrow();
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

  private Uni<Void> insert(List<Object> rows) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Object row : rows) {
      all = all.chain(() -> session.insert(row));
    }
    return all;
  }
}
