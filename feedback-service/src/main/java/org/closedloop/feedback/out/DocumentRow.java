package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** A feedback document, sealed, under the id it is served by. */
@Entity
@Table(name = "document")
class DocumentRow {

  private static final String INSERT =
      "insert into document (id, referral_id, sealed)"
          + " select * from unnest($1::uuid[], $2::uuid[], $3::bytea[])";

  @Id UUID id;
  UUID referralId;
  byte[] sealed;

  static DocumentRow of(String id, String referralId, byte[] document) {
    DocumentRow row = new DocumentRow();
    row.id = UUID.fromString(id);
    row.referralId = UUID.fromString(referralId);
    row.sealed = EnvelopeCodec.seal(Envelope.ofPayload(document));
    return row;
  }

  /** Writes several. */
  static Future<?> insert(Sql sql, List<DocumentRow> rows) {
    return sql.run(
        INSERT,
        Tuple.of(
            Sql.ids(rows, row -> row.id),
            Sql.ids(rows, row -> row.referralId),
            Sql.column(rows, row -> Buffer.buffer(row.sealed), Buffer[]::new)));
  }

  byte[] document() {
    return EnvelopeCodec.open(sealed).payload();
  }
}
