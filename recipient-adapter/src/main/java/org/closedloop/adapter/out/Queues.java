package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.closedloop.adapter.core.RoutedMessage;

/** Puts routed messages into the programs' queues and sets the worker off. */
@ApplicationScoped
public class Queues {

  private final DeliveryStore store;
  private final DeliveryWorker worker;

  Queues(DeliveryStore store, DeliveryWorker worker) {
    this.store = store;
    this.worker = worker;
  }

  /** Completes when the rows are committed; handing over goes on by itself. */
  public Uni<Void> enqueue(List<RoutedMessage> batch) {
    return store.enqueue(batch).invoke(worker::follow).replaceWithVoid();
  }
}
