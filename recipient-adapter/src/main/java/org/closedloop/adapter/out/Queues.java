package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.closedloop.adapter.core.JournalAct;
import org.closedloop.adapter.core.RoutedMessage;

/** Puts what was decided into the programs' queues and sets the worker off. */
@ApplicationScoped
public class Queues {

  private final DeliveryStore store;
  private final ConsentStore consents;
  private final ParkedStore parked;
  private final DeliveryWorker worker;

  Queues(DeliveryStore store, ConsentStore consents, ParkedStore parked, DeliveryWorker worker) {
    this.store = store;
    this.consents = consents;
    this.parked = parked;
    this.worker = worker;
  }

  /** Completes when the rows are committed; handing over goes on by itself. */
  public Uni<Void> enqueue(List<RoutedMessage> batch) {
    return store.enqueue(batch).invoke(worker::follow).replaceWithVoid();
  }

  /** Completes when what the journal asks is committed. */
  public Uni<Void> act(JournalAct act) {
    return switch (act) {
      case JournalAct.Revoked(String referral) ->
          consents.revoked(List.of(referral)).invoke(worker::follow).replaceWithVoid();
      case JournalAct.Replay(String referral, long sequence) ->
          parked.replay(referral, sequence).invoke(worker::followAtOnce).replaceWithVoid();
      case JournalAct.GiveUp(String referral, long upTo) -> parked.giveUp(referral, upTo);
    };
  }
}
