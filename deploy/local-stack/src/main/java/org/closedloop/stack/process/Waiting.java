package org.closedloop.stack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something another process does. */
public final class Waiting {

  private static final long PAUSE_MS = 50;

  private Waiting() {}

  /** Asks again and again until it holds; false when the time is over. */
  public static boolean until(BooleanSupplier holds, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    }
  }
}
