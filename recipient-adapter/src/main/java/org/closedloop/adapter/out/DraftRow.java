package org.closedloop.adapter.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** What a person began to type into a form; table {@code draft}. */
@Entity
@Table(name = "draft")
@IdClass(DraftRow.Key.class)
class DraftRow {

  @Id String program;

  @Id
  @Column(name = "referral_id")
  String referralId;

  @Id String form;

  byte[] content;

  @Column(name = "changed_by")
  String changedBy;

  @Column(name = "changed_at")
  Instant changedAt;

  /** Whose form it is. */
  record Key(String program, String referralId, String form) implements Serializable {}
}
