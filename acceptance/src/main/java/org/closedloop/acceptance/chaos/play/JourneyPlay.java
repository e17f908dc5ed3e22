package org.closedloop.acceptance.chaos.play;

import org.closedloop.acceptance.chaos.ledger.Account;
import org.closedloop.acceptance.chaos.ledger.Facts;
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
  private final TooEarly early;

  JourneyPlay(Stage stage, Journey journey, Account account) {
    this.stage = stage;
    this.journey = journey;
    this.account = account;
    this.early = new TooEarly(stage, journey, account);
  }

  /** Returns when everything said was answered and the hospital knows how it ended. */
  void play() throws InterruptedException {
    String heard = null;
    for (Transition row : journey.story().rows()) {
      Saying saying = Saying.of(stage.examples(), journey, row);
      if (row.actor() == Actor.INITIATOR) {
        awaitTurnOfHospital(row);
        hurry(row, journey.hospital());
        speak(saying, journey.hospital());
        heard = saying.id();
      } else {
        awaitAtProgram(heard);
        hurry(row, journey.program());
        speak(saying, journey.program());
      }
    }
    account.await(facts -> facts.closed() && facts.allAnswered());
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

  /** On one topic what is too early and what is due may follow each other at once. */
  private void hurry(Transition row, Door door) throws InterruptedException {
    if (stage.inHurry()) {
      early.say(row, !door.topic());
    }
  }

  private void speak(Saying saying, Door door) throws InterruptedException {
    stage.voice().say(journey, account, saying, door);
    if (door != Door.TOPIC_AT_ONCE) {
      account.await(Facts::allAnswered);
    }
  }
}
