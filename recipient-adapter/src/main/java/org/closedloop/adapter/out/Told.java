package org.closedloop.adapter.out;

import io.vertx.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What a party was told by a verdict, which may be ahead of the journal: whoever reads right after
 * an answer sees at least what the answer said (design section 5).
 */
@Embeddable
class Told {

  @Column(name = "told_sequence")
  private long sequence;

  @Column(name = "told_status")
  private String status;

  @Column(name = "told_business_status")
  private String businessStatus;

  @Column(name = "told_at")
  private Instant at;

  protected Told() {}

  static Told of(Row row) {
    Told told = new Told();
    told.sequence = row.getLong("told_sequence");
    told.status = row.getString("told_status");
    told.businessStatus = row.getString("told_business_status");
    told.at = Columns.time(row, "told_at");
    return told;
  }

  long sequence() {
    return sequence;
  }

  String status() {
    return status;
  }

  String businessStatus() {
    return businessStatus;
  }

  Instant at() {
    return at;
  }
}
