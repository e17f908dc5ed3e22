package org.closedloop.pages;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells open pages that something of theirs has changed; what, they ask for themselves. Costs
 * nothing while nobody looks.
 */
@ApplicationScoped
public class Pulses {

  /** A page looks again this often at most, however much happens. */
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);

  /** So that a connection nobody reads any more is noticed. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Then the browser connects again, and whether it is still signed in is looked at again. */
  private static final Duration ONE_CONNECTION = Duration.ofMinutes(10);

  private final Map<String, Watched> watched = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  /**
   * Something changed.
   *
   * @param key whose: a party's id, or any word the pages of that service use
   */
  public void changed(String key) {
    Watched found = key == null ? null : watched.get(key);
    if (found != null) {
      found.news.onNext(key);
    }
  }

  /** Whether anybody looks. */
  public boolean watched(String key) {
    return watched.containsKey(key);
  }

  /**
   * Server-sent events for one open page: {@code changed}, at most two a second, and {@code still}
   * where nothing happens. They end with the page's connection, the service, or after ten minutes.
   *
   * @param sse makes the events
   */
  public Multi<OutboundSseEvent> of(String key, Sse sse) {
    return Multi.createFrom()
        .deferred(() -> Multi.createBy().merging().streams(enter(key), heartbeat()))
        .select()
        .first(ONE_CONNECTION)
        .select()
        .first(name -> open)
        .onTermination()
        .invoke(() -> leave(key))
        .map(name -> sse.newEventBuilder().name(name).data("now").build());
  }

  /** A page that stays open must not keep the service from ending. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    endAll();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    endAll();
  }

  private void endAll() {
    open = false;
    watched.keySet().forEach(this::changed);
  }

  private static Multi<String> heartbeat() {
    return Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> "still");
  }

  private Multi<String> enter(String key) {
    Watched now =
        watched.compute(
            key,
            (k, old) -> old == null ? new Watched(BroadcastProcessor.create(), 1) : old.more());
    return now.news
        .onOverflow()
        .drop()
        .group()
        .intoLists()
        .every(AT_MOST_EVERY)
        .filter(some -> !some.isEmpty())
        .map(some -> "changed");
  }

  private void leave(String key) {
    watched.computeIfPresent(key, (k, old) -> old.pages == 1 ? null : old.fewer());
  }

  private record Watched(BroadcastProcessor<String> news, int pages) {

    Watched more() {
      return new Watched(news, pages + 1);
    }

    Watched fewer() {
      return new Watched(news, pages - 1);
    }
  }
}
