package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.out.FreshPackages.Fresh;
import org.closedloop.adapter.out.FreshPackages.Inserted;

/**
 * The short way of a package (ADR 0015): where its program's lane has a place and nobody waits, it
 * is leased as it is enqueued and handed over from memory. All others are enqueued and looked for.
 */
@ApplicationScoped
class OnArrival {

  private static final int AT_ONCE = 64;

  /** Of one statement; a message has at most 1 MiB. */
  private static final int BYTES_AT_ONCE = 2 * 1024 * 1024;

  private final FreshPackages store;
  private final DeliveryWorker worker;
  private final Carrier carrier;
  private final Lanes lanes;

  OnArrival(FreshPackages store, DeliveryWorker worker, Carrier carrier, Lanes lanes) {
    this.store = store;
    this.worker = worker;
    this.carrier = carrier;
    this.lanes = lanes;
  }

  /**
   * Enqueues packages of different referrals and sets off what follows. Completes when all are
   * committed; when it fails some may be, and those change nothing when they come again.
   */
  Uni<Void> take(List<RoutedMessage> packages) {
    if (packages.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    int some = some(packages);
    return takeSome(packages.subList(0, some))
        .chain(() -> take(packages.subList(some, packages.size())));
  }

  private static int some(List<RoutedMessage> packages) {
    int count = 0;
    int bytes = 0;
    while (count < packages.size() && count < AT_ONCE && bytes < BYTES_AT_ONCE) {
      bytes += packages.get(count).message().length;
      count++;
    }
    return count;
  }

  private Uni<Void> takeSome(List<RoutedMessage> packages) {
    return Uni.createFrom()
        .deferred(
            () -> {
              List<Fresh> fresh = withPlaces(packages);
              return store
                  .insert(fresh)
                  .onFailure()
                  .invoke(() -> fresh.forEach(this::giveBack))
                  .invoke(inserted -> goOn(fresh, inserted))
                  .replaceWithVoid();
            });
  }

  /** Those of a program that came first get the places it has. */
  private List<Fresh> withPlaces(List<RoutedMessage> packages) {
    Map<String, Integer> wanted = new HashMap<>();
    packages.forEach(one -> wanted.merge(one.routed().program(), 1, Integer::sum));
    Map<String, Integer> places = new HashMap<>();
    wanted.forEach((program, count) -> places.put(program, places(program, count)));
    List<Fresh> fresh = new ArrayList<>();
    for (RoutedMessage one : packages) {
      int left = places.merge(one.routed().program(), -1, Integer::sum);
      fresh.add(new Fresh(one, left >= 0));
    }
    return fresh;
  }

  private int places(String program, int wanted) {
    return carrier.sendsTo(program) ? lanes.of(program).takePlaces(wanted, Lanes.time()) : 0;
  }

  private void goOn(List<Fresh> packages, Inserted inserted) {
    Set<String> waiting = new LinkedHashSet<>();
    for (Fresh fresh : packages) {
      Boolean leased = inserted.leased().get(fresh.id());
      if (Boolean.TRUE.equals(leased)) {
        worker.handOver(fresh.parcel(inserted.leaseEnds()));
      } else {
        giveBack(fresh);
      }
      if (Boolean.FALSE.equals(leased)) {
        waiting.add(fresh.message().routed().program());
      }
    }
    waiting.forEach(worker::wake);
  }

  private void giveBack(Fresh fresh) {
    if (fresh.place()) {
      lanes.of(fresh.message().routed().program()).free();
    }
  }
}
