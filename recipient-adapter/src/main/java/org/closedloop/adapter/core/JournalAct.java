package org.closedloop.adapter.core;

import java.util.Optional;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;

/** What a decision asks of the queue, beside what the router brings. */
public sealed interface JournalAct {

  /** Which referral. */
  String referralId();

  /** Its consent was revoked. */
  record Revoked(String referralId) implements JournalAct {}

  /**
   * What is parked of it is tried again.
   *
   * @param sequence number of the decision: it speaks of what came before it
   */
  record Replay(String referralId, long sequence) implements JournalAct {}

  /**
   * What is not delivered of it is never sent.
   *
   * @param upTo number of the last decision whose message is meant
   */
  record GiveUp(String referralId, long upTo) implements JournalAct {}

  /**
   * Reads an accepted decision.
   *
   * @return empty for most
   */
  static Optional<JournalAct> of(Decision decision) {
    String referral = decision.referralId();
    ClaimKind kind = decision.claim().kind();
    return switch (kind) {
      case CONSENT_REVOKED -> Optional.of(new Revoked(referral));
      case REPLAY -> Optional.of(new Replay(referral, decision.sequence()));
      case DISCARD -> Optional.of(new GiveUp(referral, upTo(decision)));
      case UNDELIVERABLE ->
          ended(decision) ? Optional.of(new GiveUp(referral, upTo(decision))) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The referral is over: later messages are not sent either. */
  private static long upTo(Decision decision) {
    return ended(decision) ? Long.MAX_VALUE : decision.sequence();
  }

  /** By row 03 or 23; without a row it was only noted, the program has the package. */
  private static boolean ended(Decision decision) {
    return decision.tid() != null;
  }
}
