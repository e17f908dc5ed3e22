package org.closedloop.adapter.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A referral whose consent was revoked; table {@code consent_revoked}. */
@Entity
@Table(name = "consent_revoked")
class RevokedRow {

  @Id
  @Column(name = "referral_id")
  private String referralId;

  protected RevokedRow() {}

  String referralId() {
    return referralId;
  }
}
