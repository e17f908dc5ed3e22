package org.closedloop.feedback.core;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.claim.Claim;

/**
 * One identity of a message, within the party that sent it.
 *
 * @param kind which identity
 * @param value the id or {@code system|value}
 */
public record IdentityKey(IdentityKind kind, String value) {

  /** The identities a claim bears; none for claims of the hub's own parts and for bare Tasks. */
  public static List<IdentityKey> of(Claim claim) {
    List<IdentityKey> keys = new ArrayList<>();
    if (claim.identity().messageId() != null) {
      keys.add(new IdentityKey(IdentityKind.MESSAGE, claim.identity().messageId()));
    }
    if (claim.identity().bundleIdentifier() != null) {
      keys.add(new IdentityKey(IdentityKind.BUNDLE, claim.identity().bundleIdentifier()));
    }
    return keys;
  }
}
