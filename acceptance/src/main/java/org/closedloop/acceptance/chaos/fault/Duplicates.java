package org.closedloop.acceptance.chaos.fault;

import java.util.Random;
import org.closedloop.acceptance.chaos.ledger.Facts;
import org.closedloop.acceptance.chaos.play.JourneyLog;
import org.closedloop.acceptance.chaos.play.Saying;
import org.closedloop.acceptance.chaos.play.Stage;
import org.closedloop.core.state.Transition;

/** What was said and accepted before comes again by topic, byte for byte. */
final class Duplicates implements Breaking {

  private static final int JOURNEYS = 10;

  private final Stage stage;
  private final JourneyLog journeys;
  private final Random chance;

  Duplicates(Stage stage, JourneyLog journeys, Random chance) {
    this.stage = stage;
    this.journeys = journeys;
    this.chance = chance;
  }

  @Override
  public void begin() throws InterruptedException {
    for (JourneyLog.Entry entry : journeys.some(JOURNEYS, chance)) {
      Facts facts = entry.account().facts();
      for (Transition row : entry.journey().story().rows()) {
        Saying saying = Saying.of(stage.examples(), entry.journey(), row);
        if (facts.accepted(saying.id())) {
          stage.mouth().say(saying.topic(entry.journey()), null, saying.body());
        }
      }
    }
  }
}
