package org.closedloop.kit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.threads.ViewExecutor;

/**
 * Work that needs a processor and waits for nobody: gate, filter, sealing. It runs on worker
 * threads, at most one for each processor, in the order in which it comes: more at a time would
 * take the processors from event loops and from the threads that talk to the broker, and be done no
 * sooner.
 */
@ApplicationScoped
public class Judging {

  private static final int AT_LEAST = 2;

  private final Executor processors;

  Judging() {
    this(
        Infrastructure.getDefaultWorkerPool(),
        Math.max(AT_LEAST, Runtime.getRuntime().availableProcessors()));
  }

  Judging(Executor workers, int atOnce) {
    this.processors = ViewExecutor.builder(workers).setMaxSize(atOnce).build();
  }

  /** Begins when it is its turn; fails as the work does. */
  public <T> Uni<T> run(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(processors);
  }
}
