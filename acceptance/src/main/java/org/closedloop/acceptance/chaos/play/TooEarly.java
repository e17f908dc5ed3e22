package org.closedloop.acceptance.chaos.play;

import java.util.List;
import java.util.Optional;
import org.closedloop.acceptance.chaos.ledger.Account;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;

/**
 * What a party in a hurry says: by topic, and under an id of its own, the message it will send
 * next, where no row allows that yet. It must be refused, and change nothing.
 */
final class TooEarly {

  private final Stage stage;
  private final Journey journey;
  private final Account account;

  TooEarly(Stage stage, Journey journey, Account account) {
    this.stage = stage;
    this.journey = journey;
    this.account = account;
  }

  /**
   * Says it, if there is such a message.
   *
   * @param now the row whose turn it is, and which has not happened yet
   * @param waits whether the answer is awaited; else the next record on that topic follows at once
   */
  void say(Transition now, boolean waits) throws InterruptedException {
    Optional<Transition> later = laterOfSameParty(now).filter(row -> !allowed(row, now));
    if (later.isPresent()) {
      Saying early = Saying.early(stage.examples(), journey, later.get());
      stage.book().bad(early.body());
      account.toBeRefused(early.id());
      stage.mouth().say(early.topic(journey), null, early.body());
      if (waits) {
        account.await(facts -> !facts.answersTo(early.id()).isEmpty());
      }
    }
  }

  private Optional<Transition> laterOfSameParty(Transition now) {
    List<Transition> rows = journey.story().rows();
    return rows.stream()
        .skip(rows.indexOf(now) + 1L)
        .filter(row -> row.actor() == now.actor())
        .findFirst();
  }

  /** Whether a row leads on from where the referral is now when this is said. */
  static boolean allowed(Transition later, Transition now) {
    return TransitionTable.ROWS.stream()
        .anyMatch(
            row ->
                row.from().equals(now.from())
                    && row.actor() == later.actor()
                    && row.trigger() == later.trigger());
  }
}
