package org.closedloop.acceptance.chaos.fault;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.process.StackFailure;

/** Brings a part back, as an operator would with {@code ./bser up}. */
final class Reviving {

  private static final int TRIES = 5;
  private static final long BETWEEN_TRIES_MS = 1_000;

  private final LocalStack stack;
  private final String part;
  private final Consumer<String> progress;

  Reviving(LocalStack stack, String part, Consumer<String> progress) {
    this.stack = stack;
    this.part = part;
    this.progress = progress;
  }

  /** Starts it. */
  void start() throws InterruptedException {
    insist(() -> stack.start(part));
  }

  /** Ends it in good order and starts it under other settings of the same stack, or the same. */
  void restartAs(LocalStack other) throws InterruptedException {
    insist(
        () -> {
          stack.stop(part);
          other.start(part);
        });
  }

  /**
   * Another part may be away at the same time; then this one does not become ready at once. Both
   * are brought back side by side: this one may be waiting for the other.
   */
  private void insist(Runnable how) throws InterruptedException {
    for (int left = TRIES; left > 0; left--) {
      try {
        how.run();
        return;
      } catch (StackFailure notYet) {
        progress.accept("  " + part + " did not start: " + notYet.getMessage());
        TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MS);
      }
    }
    throw new StackFailure("The part '" + part + "' could not be started again.");
  }

  /** Looks for some seconds whether it ends, and starts it when it has ended. */
  void keepUp() throws InterruptedException {
    for (int left = TRIES; left > 0; left--) {
      if (!stack.running().contains(part)) {
        progress.accept("  " + part + " had ended; it is started again.");
        start();
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MS);
    }
    start();
  }
}
