package org.closedloop.stack.local;

import java.util.Collection;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.closedloop.stack.process.StackFailure;

/** The same for several things at once. */
final class Parallel {

  private Parallel() {}

  /** Returns when all are done; the first that fails interrupts the others and is thrown. */
  static <T> void each(Collection<T> things, Consumer<T> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Void> running = new ExecutorCompletionService<>(threads);
      things.forEach(thing -> running.submit(() -> work.accept(thing), null));
      try {
        for (int done = 0; done < things.size(); done++) {
          result(running.take());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackFailure("Interrupted.", e);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static void result(Future<Void> finished) throws InterruptedException {
    try {
      finished.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
