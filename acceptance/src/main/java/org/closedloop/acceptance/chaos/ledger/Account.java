package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.closedloop.acceptance.chaos.scenario.Story;

/** What becomes known of one referral, while it becomes known. Safe for all threads. */
public final class Account {

  private final String referralId;
  private final Story story;
  private final List<Sent> sent = new ArrayList<>();
  private final List<String> toBeRefused = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  public Account(String referralId, Story story) {
    this.referralId = referralId;
    this.story = story;
  }

  /** Notes, before it is sent, what is sent. */
  public void sent(Sent one) {
    note(() -> sent.add(one));
  }

  /** Notes, before it is sent, the id of a message that no row allows. */
  public void toBeRefused(String messageId) {
    note(() -> toBeRefused.add(messageId));
  }

  /** Notes an answer that came on the connection. */
  public void told(Told one) {
    note(() -> told.add(one));
  }

  /** Notes a message that came by itself. */
  public void seen(Sighting one) {
    note(() -> sightings.add(one));
  }

  /** All that is known by now, but for what the record says. */
  public Facts facts() {
    lock.lock();
    try {
      return new Facts(referralId, story, sent, toBeRefused, told, sightings, Recorded.NOTHING);
    } finally {
      lock.unlock();
    }
  }

  /** Waits, as long as it takes, until something is known. */
  public void await(Predicate<Facts> wanted) throws InterruptedException {
    lock.lock();
    try {
      while (!wanted.test(facts())) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void note(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
