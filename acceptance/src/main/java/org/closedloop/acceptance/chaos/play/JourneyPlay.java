package org.closedloop.acceptance.chaos.play;

import org.closedloop.acceptance.chaos.ledger.Account;
import org.closedloop.acceptance.chaos.ledger.Facts;
import org.closedloop.acceptance.chaos.ledger.Sent;
import org.closedloop.acceptance.chaos.ledger.Side;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Transition;

/**
 * Both sides of one referral, from the first message to the last: each side speaks when what it
 * waits for has come, and waits as long as it takes.
 */
final class JourneyPlay {

  private final Stage stage;
  private final Journey journey;
  private final Account account;

  JourneyPlay(Stage stage, Journey journey, Account account) {
    this.stage = stage;
    this.journey = journey;
    this.account = account;
  }

  /** Returns when everything said was answered and the hospital knows how it ended. */
  void play() throws InterruptedException {
    String heard = null;
    for (Transition row : journey.story().rows()) {
      Saying saying = Saying.of(stage.examples(), journey, row);
      if (row.actor() == Actor.INITIATOR) {
        awaitTurnOfHospital(row);
        speak(saying, journey.hospital());
        heard = saying.id();
      } else {
        awaitAtProgram(heard);
        speak(saying, journey.program());
      }
    }
    account.await(facts -> facts.closed() && allAnswered(facts));
  }

  private void awaitTurnOfHospital(Transition row) throws InterruptedException {
    if (!row.tid().equals("01")) {
      String state = row.from().toString();
      account.await(
          facts -> facts.news(Side.HOSPITAL).stream().anyMatch(one -> one.state().equals(state)));
    }
  }

  private void awaitAtProgram(String messageId) throws InterruptedException {
    account.await(
        facts ->
            facts.news(Side.PROGRAM).stream().anyMatch(one -> one.messageId().equals(messageId)));
  }

  private void speak(Saying saying, Door door) throws InterruptedException {
    stage.voice().say(journey, account, saying, door);
    if (door != Door.TOPIC_AT_ONCE) {
      account.await(JourneyPlay::allAnswered);
    }
  }

  private static boolean allAnswered(Facts facts) {
    return facts.sent().stream()
        .map(Sent::messageId)
        .noneMatch(id -> facts.answersTo(id).isEmpty());
  }
}
