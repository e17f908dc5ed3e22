package org.closedloop.acceptance.chaos.play;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.closedloop.acceptance.chaos.ledger.Account;

/** The journeys that have begun, in order. Safe for all threads. */
public final class JourneyLog {

  private final List<Entry> entries = new ArrayList<>();

  /** A journey and what is known of it. */
  public record Entry(Journey journey, Account account) {}

  /** Notes one that begins. */
  public synchronized void add(Entry entry) {
    entries.add(entry);
  }

  /** How many. */
  public synchronized int size() {
    return entries.size();
  }

  /** Some of them, drawn at random. */
  public synchronized List<Entry> some(int howMany, Random chance) {
    List<Entry> all = new ArrayList<>(entries);
    Collections.shuffle(all, chance);
    return all.subList(0, Math.min(howMany, all.size()));
  }
}
