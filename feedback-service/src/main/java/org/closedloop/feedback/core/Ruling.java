package org.closedloop.feedback.core;

import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;

/** What feedback-service makes of a claim. */
public sealed interface Ruling {

  /** The answer to whoever waits. */
  Verdict verdict();

  /**
   * Said before: the first verdict again, and nothing new in the history.
   *
   * @param verdict the first verdict under the id of the claim that asks
   * @param decision for record and journal when the claim came under an id of its own, which is to
   *     be remembered; else null
   */
  record Repeated(Verdict verdict, Decision decision) implements Ruling {

    /** Whether the claim came under an id of its own. */
    public boolean underNewId() {
      return decision != null;
    }
  }

  /**
   * Decided now.
   *
   * @param claimKey under what the verdict is kept: the claim id, unless other content has it
   * @param decision for history and journal
   * @param verdict the answer
   * @param after the referral after it; null when the refusal belongs to no referral
   */
  record Decided(String claimKey, Decision decision, Verdict verdict, Referral after)
      implements Ruling {

    /** True for the decision that opens a referral. */
    public boolean opens() {
      return decision.accepted() && decision.sequence() == 1;
    }

    /** True when a message goes on: the referral moved, or the hub reports on it. */
    public boolean tells() {
      return decision.accepted() && decision.messageId() != null;
    }
  }
}
