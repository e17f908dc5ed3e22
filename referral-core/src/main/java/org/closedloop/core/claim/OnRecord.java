package org.closedloop.core.claim;

import java.util.List;

/**
 * What of a decision only the record needs: with it the record follows from the journal alone. Part
 * of the sealed value, since a reason may hold PHI.
 *
 * @param claimKey under what the verdict is kept: the claim id, unless other content has it
 * @param verdict what was answered; the first verdict again when {@code repeats}
 * @param repeats true when the claim only repeats another under an id of its own: nothing happens,
 *     but it is answered the same from then on
 * @param statusReason Task.statusReason after a decision that moved or reported, else null
 * @param identities words of the identities the claim was the first to bear
 * @param revoked for a revocation: the referrals that were open
 */
public record OnRecord(
    String claimKey,
    Verdict verdict,
    boolean repeats,
    String statusReason,
    List<String> identities,
    List<String> revoked) {

  public OnRecord {
    identities = identities == null ? List.of() : List.copyOf(identities);
    revoked = revoked == null ? List.of() : List.copyOf(revoked);
  }
}
