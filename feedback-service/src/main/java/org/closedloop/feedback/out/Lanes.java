package org.closedloop.feedback.out;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.retry.CircuitBreaker;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.core.retry.RetryPolicy;

/**
 * How many messages this instance may have under way, so that one initiator that does not answer
 * takes no places from the others: each has a share of its own, and a circuit breaker.
 */
@ApplicationScoped
class Lanes {

  static final int OF_ONE = 8;
  static final int OF_ALL = 64;

  private static final int OPENS_AFTER = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Directory directory;
  private final Clock clock;
  private final Map<String, Integer> busy = new HashMap<>();
  private final Map<String, CircuitBreaker> breakers = new HashMap<>();
  private int altogether;

  Lanes(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** How patient the hub is with a party. */
  RetryPolicy patience(String party) {
    return directory.find(party).map(Party::retry).orElse(RetryPolicy.DEFAULT);
  }

  /** Takes the places a party may have now; each is given back by {@link #over} or unused. */
  synchronized int enter(String party, int wanted) {
    int free = Math.min(OF_ONE - busy.getOrDefault(party, 0), OF_ALL - altogether);
    int room = Math.min(wanted, free);
    int permits = room <= 0 ? 0 : breaker(party).permits(room, clock.instant());
    add(party, permits);
    return permits;
  }

  /** Gives places back for which there was nothing to do. */
  synchronized void unused(String party, int permits, int used) {
    add(party, used - permits);
    if (permits > 0 && used == 0) {
      breaker(party).unused();
    }
  }

  /** An attempt has ended. */
  synchronized void over(String party, PushAnswer answer) {
    add(party, -1);
    switch (answer) {
      case PushAnswer.Later later -> breaker(party).failed(clock.instant());
      case PushAnswer.Taken taken -> breaker(party).succeeded();
      case PushAnswer.Never never -> breaker(party).succeeded();
    }
  }

  private void add(String party, int places) {
    altogether += places;
    busy.merge(party, places, Integer::sum);
  }

  private CircuitBreaker breaker(String party) {
    return breakers.computeIfAbsent(party, this::closed);
  }

  private CircuitBreaker closed(String party) {
    RetryPolicy patience = patience(party);
    Duration longest =
        LONGEST_PAUSE.compareTo(patience.longestPause()) < 0
            ? LONGEST_PAUSE
            : patience.longestPause();
    return new CircuitBreaker(OPENS_AFTER, patience.firstPause(), longest);
  }
}
