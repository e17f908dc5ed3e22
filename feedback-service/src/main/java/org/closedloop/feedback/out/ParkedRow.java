package org.closedloop.feedback.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.ParkedKind;

/** Something that waits for a person, or did. */
@Entity
@Table(name = "parked")
class ParkedRow {

  static final String PARKED = "parked";
  static final String REPLAYED = "replayed";
  static final String DISCARDED = "discarded";

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  long number;

  String kind;
  UUID referralId;
  String topic;
  Integer part;
  Long recordOffset;
  String recordKey;
  String word;
  long size;
  Long sequence;
  Instant parkedAt;
  byte[] sealed;
  String state;
  Instant resolvedAt;
  String resolution;
  String resolvedBy;

  /**
   * A new row.
   *
   * @param name what no other of its kind is called; the same again is the same row
   */
  static ParkedRow of(ParkedKind kind, String name, Instant at) {
    ParkedRow row = new ParkedRow();
    row.id = UUID.fromString(ReferralId.derive("parked|" + kind.word() + "|" + name));
    row.kind = kind.word();
    row.parkedAt = at;
    row.state = PARKED;
    return row;
  }

  Parked parked() {
    return new Parked(
        id.toString(),
        kind,
        referralId == null ? null : referralId.toString(),
        topic,
        part,
        recordOffset,
        recordKey,
        word,
        size,
        sequence,
        parkedAt,
        state,
        resolvedAt,
        resolution);
  }
}
