package org.closedloop.acceptance.chaos.fault;

import org.closedloop.acceptance.chaos.play.Stage;

/** Parties send their records late, and in a hurry some before their time. */
final class Reordering implements Breaking {

  private static final long HELD_BACK_MS = 2_000;

  private final Stage stage;

  Reordering(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void begin() {
    stage.mouth().holdBack(HELD_BACK_MS);
    stage.hurry(true);
  }

  @Override
  public void end() {
    stage.mouth().holdBack(0);
    stage.hurry(false);
  }
}
