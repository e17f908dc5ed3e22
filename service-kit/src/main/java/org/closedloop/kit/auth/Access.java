package org.closedloop.kit.auth;

import org.closedloop.core.outcome.Refusal;

/** What became of a token. */
public sealed interface Access {

  /**
   * The token is good for what was asked.
   *
   * @param caller who calls
   */
  record Granted(Caller caller) implements Access {}

  /**
   * The token is missing, bad, expired (401) or for another role (403).
   *
   * @param refusal what to answer
   */
  record Denied(Refusal refusal) implements Access {}
}
