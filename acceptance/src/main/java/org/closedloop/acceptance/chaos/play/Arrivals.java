package org.closedloop.acceptance.chaos.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.closedloop.acceptance.chaos.ledger.Account;
import org.closedloop.acceptance.chaos.scenario.Load;
import org.closedloop.core.identity.ReferralId;

/**
 * Begins referrals at random times of a given rate, whatever has become of those before. Each is
 * played by a virtual thread; requests under way are bounded by {@link Clients}.
 */
public final class Arrivals {

  private static final double NANOS = 1e9;

  private final Stage stage;
  private final Load load;
  private final Random chance;
  private final Journeys journeys;
  private final JourneyLog log;
  private final List<Thread> plays = new ArrayList<>();
  private final AtomicInteger finished = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  /**
   * @param run makes the identities of this run fresh
   */
  public Arrivals(Stage stage, Load load, Random chance, String run, JourneyLog log) {
    this.stage = stage;
    this.load = load;
    this.chance = chance;
    this.log = log;
    this.journeys = new Journeys(stage.directory(), load, chance, run);
  }

  /** Begins all, one after the other; returns when the last has begun. */
  public void run() throws InterruptedException {
    long at = System.nanoTime();
    for (int i = 0; i < load.referrals(); i++) {
      at += (long) (-Math.log(1 - chance.nextDouble()) / load.perSecond() * NANOS);
      TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
      begin(journeys.next());
    }
  }

  /** How many have come to their end, or failed. */
  public int finished() {
    return finished.get();
  }

  /** What went wrong inside the harness itself. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Gives up what has not come to its end. */
  public void stop() throws InterruptedException {
    plays.forEach(Thread::interrupt);
    for (Thread play : plays) {
      play.join();
    }
  }

  private void begin(Journey journey) {
    byte[] request = stage.examples().request(journey.loop());
    String initiator = journey.loop().initiator().id();
    String referralId = ReferralId.of(initiator, Placers.service(request), Placers.task(request));
    Account account = stage.book().open(referralId, journey.story());
    log.add(new JourneyLog.Entry(journey, account));
    plays.add(Thread.ofVirtual().start(() -> play(referralId, journey, account)));
  }

  private void play(String referralId, Journey journey, Account account) {
    try {
      new JourneyPlay(stage, journey, account).play();
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failures.add(referralId + ": " + e);
    }
    finished.incrementAndGet();
  }
}
