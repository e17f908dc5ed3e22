package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.closedloop.adapter.core.RoutedMessage;

/** Puts what was decided into the programs' queues and sets the worker off. */
@ApplicationScoped
public class Queues {

  private final DeliveryStore store;
  private final ConsentStore consents;
  private final DeliveryWorker worker;

  Queues(DeliveryStore store, ConsentStore consents, DeliveryWorker worker) {
    this.store = store;
    this.consents = consents;
    this.worker = worker;
  }

  /** Completes when the rows are committed; handing over goes on by itself. */
  public Uni<Void> enqueue(List<RoutedMessage> batch) {
    return store.enqueue(batch).invoke(worker::follow).replaceWithVoid();
  }

  /** Completes when it is on record that the consent to these referrals was revoked. */
  public Uni<Void> revoked(List<String> referralIds) {
    return consents.revoked(referralIds).invoke(worker::follow).replaceWithVoid();
  }
}
