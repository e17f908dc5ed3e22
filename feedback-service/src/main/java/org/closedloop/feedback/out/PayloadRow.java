package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** A message that goes on, sealed. */
@Entity
@Table(name = "payload")
class PayloadRow {

  private static final String INSERT =
      "insert into payload (id, sealed) select * from unnest($1::uuid[], $2::bytea[])";

  private static final String SELECT = "select id, sealed from payload where id = any($1)";

  @Id UUID id;
  byte[] sealed;

  static PayloadRow of(UUID id, byte[] message) {
    PayloadRow row = new PayloadRow();
    row.id = id;
    row.sealed = EnvelopeCodec.seal(Envelope.ofPayload(message));
    return row;
  }

  /** Writes several. */
  static Future<?> insert(Sql sql, List<PayloadRow> rows) {
    return sql.run(
        INSERT,
        Sql.two(
            Sql.ids(rows, row -> row.id),
            Sql.column(rows, row -> Buffer.buffer(row.sealed), Buffer[]::new)));
  }

  /** The messages under some ids. */
  static Future<Map<UUID, byte[]>> messages(Sql sql, Collection<UUID> ids) {
    return sql.run(SELECT, Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, byte[]> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getUUID(0), message(row.getBuffer(1).getBytes())));
              return found;
            });
  }

  byte[] message() {
    return message(sealed);
  }

  private static byte[] message(byte[] sealed) {
    return EnvelopeCodec.open(sealed).payload();
  }
}
