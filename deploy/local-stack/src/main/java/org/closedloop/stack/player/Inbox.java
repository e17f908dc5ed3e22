package org.closedloop.stack.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What reached a party unprompted, in order of arrival, by whatever channel. */
public final class Inbox {

  private final List<Received> all = new ArrayList<>();

  /** Takes in a message. */
  public synchronized void add(Received received) {
    all.add(received);
    notifyAll();
  }

  /** Everything so far. */
  public synchronized List<Received> all() {
    return List.copyOf(all);
  }

  /** Waits for the first message that matches; empty when none comes in time. */
  public synchronized Optional<Received> await(Predicate<Received> wanted, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<Received> found = all.stream().filter(wanted).findFirst();
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (found.isPresent() || leftMs <= 0) {
        return found;
      }
      pause(leftMs);
    }
  }

  private void pause(long ms) {
    try {
      wait(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a message", e);
    }
  }
}
