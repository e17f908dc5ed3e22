package org.closedloop.adapter.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Messages of a referral that are never to be sent; table {@code given_up}. */
@Entity
@Table(name = "given_up")
class GivenUpRow {

  @Id
  @Column(name = "referral_id")
  private String referralId;

  /** Number of the last decision whose message is meant. */
  @Column(name = "up_to")
  private long upTo;

  protected GivenUpRow() {}

  String referralId() {
    return referralId;
  }

  long upTo() {
    return upTo;
  }
}
