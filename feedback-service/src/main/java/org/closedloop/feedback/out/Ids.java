package org.closedloop.feedback.out;

import java.util.Optional;
import java.util.UUID;

/** Referral ids as they come from outside. */
public final class Ids {

  private Ids() {}

  /** The id, when it is one. */
  public static Optional<UUID> uuid(String id) {
    try {
      return Optional.ofNullable(id).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
