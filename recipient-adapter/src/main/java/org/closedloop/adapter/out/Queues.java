package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closedloop.adapter.core.JournalAct;
import org.closedloop.adapter.core.RoutedMessage;

/** Puts what was decided into the programs' queues and sets the worker off. */
@ApplicationScoped
public class Queues {

  private final DeliveryStore store;
  private final OnArrival onArrival;
  private final ConsentStore consents;
  private final ParkedStore parked;
  private final DeliveryWorker worker;

  Queues(
      DeliveryStore store,
      OnArrival onArrival,
      ConsentStore consents,
      ParkedStore parked,
      DeliveryWorker worker) {
    this.store = store;
    this.onArrival = onArrival;
    this.consents = consents;
    this.parked = parked;
    this.worker = worker;
  }

  /**
   * Completes when the rows are committed; handing over goes on by itself. Messages of one referral
   * stay together and in order.
   */
  public Uni<Void> enqueue(List<RoutedMessage> batch) {
    Map<Boolean, List<RoutedMessage>> sorted =
        batch.stream().collect(Collectors.partitioningBy(alone(batch)));
    return enqueueOthers(sorted.get(false)).chain(() -> onArrival.take(sorted.get(true)));
  }

  /** Packages of which nothing else has come: all that is to be known of them is in their row. */
  private Predicate<RoutedMessage> alone(List<RoutedMessage> batch) {
    Map<String, Long> ofReferral =
        batch.stream()
            .collect(
                Collectors.groupingBy(one -> one.routed().referralId(), Collectors.counting()));
    return one ->
        one.routed().referral()
            && ofReferral.get(one.routed().referralId()) == 1
            && store.knows(one.routed().program());
  }

  private Uni<Void> enqueueOthers(List<RoutedMessage> batch) {
    return batch.isEmpty()
        ? Uni.createFrom().voidItem()
        : store.enqueue(batch).invoke(worker::follow).replaceWithVoid();
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
