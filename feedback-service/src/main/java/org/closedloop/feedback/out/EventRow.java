package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** A decision: history, and outbox until it is published. */
@Entity
@Table(name = "event")
class EventRow {

  private static final String INSERT =
      "insert into event"
          + " (id, referral_id, sequence, claim_key, decided_at, sealed, payload_id)"
          + " select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::varchar[],"
          + " $5::timestamptz[], $6::bytea[], $7::uuid[])";

  @Id UUID id;
  UUID referralId;
  long sequence;
  String claimKey;
  Instant decidedAt;
  byte[] sealed;
  UUID payloadId;
  Instant journaledAt;
  Instant publishedAt;

  static EventRow of(
      String claimKey, EventFacts facts, byte[] json, boolean hasReferral, UUID payloadId) {
    Decision decision = facts.decision();
    EventRow row = new EventRow();
    row.id = UUID.fromString(decision.eventId());
    row.referralId = hasReferral ? UUID.fromString(decision.referralId()) : null;
    row.sequence = decision.sequence();
    row.claimKey = claimKey;
    row.decidedAt = decision.decidedAt();
    row.sealed = EnvelopeCodec.seal(new Envelope(json, null));
    row.payloadId = payloadId;
    return row;
  }

  /** Writes several, none of them published. */
  static Future<?> insert(Sql sql, List<EventRow> rows) {
    return sql.run(
        INSERT,
        Tuple.of(
            Sql.ids(rows, row -> row.id),
            Sql.ids(rows, row -> row.referralId),
            Sql.column(rows, row -> row.sequence, Long[]::new),
            Sql.texts(rows, row -> row.claimKey),
            Sql.times(rows, row -> row.decidedAt),
            Sql.column(rows, row -> Buffer.buffer(row.sealed), Buffer[]::new),
            Sql.ids(rows, row -> row.payloadId)));
  }

  EventFacts facts() {
    return EnvelopeCodec.open(sealed).facts(EventFacts.class);
  }
}
