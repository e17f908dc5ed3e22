package org.closedloop.feedback.out;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.closedloop.core.claim.Claim;
import org.closedloop.feedback.core.IdentityKey;

/** Which accepted claim a message identity belongs to. */
@Entity
@Table(name = "identity")
@IdClass(IdentityRow.Key.class)
class IdentityRow {

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

  boolean is(IdentityKey key) {
    return kind.equals(key.kind().word()) && value.equals(key.value());
  }

  /** Primary key. */
  record Key(String party, String kind, String value) implements Serializable {}
}
