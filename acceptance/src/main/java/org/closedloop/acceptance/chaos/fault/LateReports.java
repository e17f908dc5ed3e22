package org.closedloop.acceptance.chaos.fault;

import java.util.Random;
import java.util.UUID;
import org.closedloop.acceptance.chaos.play.Journey;
import org.closedloop.acceptance.chaos.play.JourneyLog;
import org.closedloop.acceptance.chaos.play.Stage;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.Message;

/** Programs report under new message ids what is no longer legal; each must be refused. */
final class LateReports implements Breaking {

  private static final int JOURNEYS = 10;
  private static final ReferralState ACCEPTED =
      new ReferralState(TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED);

  private final Stage stage;
  private final JourneyLog journeys;
  private final Random chance;

  LateReports(Stage stage, JourneyLog journeys, Random chance) {
    this.stage = stage;
    this.journeys = journeys;
    this.chance = chance;
  }

  @Override
  public void begin() throws InterruptedException {
    for (JourneyLog.Entry entry : journeys.some(JOURNEYS, chance)) {
      if (entry.account().facts().closed()) {
        acceptAgain(entry);
      }
    }
  }

  /** No row leads from an end to accepted. */
  private void acceptAgain(JourneyLog.Entry entry) throws InterruptedException {
    Journey journey = entry.journey();
    byte[] late = stage.examples().update(journey.loop(), ACCEPTED, "late-" + UUID.randomUUID());
    stage.book().bad(late);
    entry.account().toBeRefused(Message.of(late).messageId());
    stage.mouth().say(Topics.programResponses(journey.loop().program().id()), null, late);
  }
}
