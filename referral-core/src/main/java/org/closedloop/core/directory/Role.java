package org.closedloop.core.directory;

/** What a party or a caller may do; {@code OPS} is a role of tokens only. */
public enum Role {
  INITIATOR,
  RECIPIENT,
  OPS;

  /** The word in tokens and data files. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
