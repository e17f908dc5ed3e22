package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.feedback.core.IdentityKey;

/** Which accepted claim a message identity belongs to. */
@Entity
@Table(name = "identity")
@IdClass(IdentityRow.Key.class)
class IdentityRow {

  private static final String INSERT =
      "insert into identity (party, kind, value, claim_key, fingerprint)"
          + " select * from unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::varchar[],"
          + " $5::varchar[])";

  @Id String party;
  @Id String kind;
  @Id String value;
  String claimKey;
  String fingerprint;

  static IdentityRow of(Claim claim, IdentityKey key, String claimKey) {
    IdentityRow row = new IdentityRow();
    row.party = claim.party();
    row.kind = key.kind().word();
    row.value = key.value();
    row.claimKey = claimKey;
    row.fingerprint = claim.identity().fingerprint();
    return row;
  }

  /** Writes several. */
  static Future<?> insert(Sql sql, List<IdentityRow> rows) {
    return sql.run(
        INSERT,
        Tuple.of(
            Sql.texts(rows, row -> row.party),
            Sql.texts(rows, row -> row.kind),
            Sql.texts(rows, row -> row.value),
            Sql.texts(rows, row -> row.claimKey),
            Sql.texts(rows, row -> row.fingerprint)));
  }

  /** Primary key. */
  record Key(String party, String kind, String value) implements Serializable {}
}
