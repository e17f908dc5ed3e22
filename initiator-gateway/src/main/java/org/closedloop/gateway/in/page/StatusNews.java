package org.closedloop.gateway.in.page;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.closedloop.pages.Pulses;

/**
 * Hears {@code referral.status} while somebody looks, and tells their pages. While nobody does,
 * nothing is read: no consumer, no thread. It belongs to no group and commits nothing; what
 * happened before is on the page already.
 */
@ApplicationScoped
class StatusNews {

  /** From one page to the next it goes on listening. */
  private static final Duration LINGER = Duration.ofSeconds(20);

  private final Map<String, Integer> watched = new ConcurrentHashMap<>();
  private final Pulses pulses;
  private final Map<String, Object> kafka;
  private StatusListener listener;
  private long leftNanos;
  private boolean stopped;

  StatusNews(Pulses pulses, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.pulses = pulses;
    this.kafka = kafka;
  }

  /** What is told when one referral of a party changes. */
  static String keyOf(String party, String referral) {
    return party + "/" + referral;
  }

  /** A page is open. */
  synchronized void enter(String key) {
    watched.merge(key, 1, Integer::sum);
    if (listener == null && !stopped) {
      listener = new StatusListener(kafka, this::goOn, this::changed, this::lookAgain);
      listener.start();
    }
  }

  /** A page was closed. */
  synchronized void leave(String key) {
    watched.computeIfPresent(key, (k, pages) -> pages == 1 ? null : pages - 1);
    leftNanos = System.nanoTime();
  }

  private synchronized boolean goOn() {
    boolean wanted =
        !stopped && (!watched.isEmpty() || System.nanoTime() - leftNanos < LINGER.toNanos());
    if (!wanted) {
      listener = null;
    }
    return wanted;
  }

  private void changed(String party, String referral) {
    if (watched.containsKey(party)) {
      pulses.changed(party);
    }
    String one = keyOf(party, referral);
    if (watched.containsKey(one)) {
      pulses.changed(one);
    }
  }

  /** Something may have been missed: before it listened, or while the broker was away. */
  private void lookAgain() {
    watched.keySet().forEach(pulses::changed);
  }

  synchronized void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }
}
