package org.closedloop.acceptance.chaos.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws faults for a run of some minutes: one, or two that overlap, then time to recover. Some
 * mistakes lose something only when two parts are gone at a time.
 */
public final class RandomScenario {

  private static final long FIRST_MS = 12_000;
  private static final long QUIET_END_MS = 15_000;
  private static final long SHORTEST_MS = 2_000;
  private static final int SPREAD_MS = 8_000;
  private static final long PAUSE_MS = 12_000;
  private static final int PAUSE_SPREAD_MS = 10_000;

  /** One of so many faults has a second beside it. */
  private static final int PAIRED = 3;

  private final List<Breakable> breakable;

  /**
   * @param breakable what may be broken and how; each as likely as the other
   */
  public RandomScenario(List<Breakable> breakable) {
    this.breakable = List.copyOf(breakable);
  }

  /** A kind of fault and what it may hit. */
  public record Breakable(FaultKind kind, String target) {}

  /**
   * The scenario.
   *
   * @param minutes how long the load lasts
   * @param perSecond arrivals
   * @param seed the same gives the same
   */
  public Scenario draw(int minutes, double perSecond, long seed) {
    long lengthMs = minutes * 60_000L;
    int referrals = Math.max(1, (int) (perSecond * lengthMs / 1000));
    return new Scenario(
        "random, " + minutes + " min, seed " + seed,
        seed,
        Load.mixed(perSecond, referrals),
        faults(lengthMs, new Random(seed)));
  }

  private List<Fault> faults(long lengthMs, Random chance) {
    List<Fault> drawn = new ArrayList<>();
    long at = FIRST_MS;
    while (at < lengthMs - QUIET_END_MS) {
      Breakable one = breakable.get(chance.nextInt(breakable.size()));
      long length = SHORTEST_MS + chance.nextInt(SPREAD_MS);
      drawn.add(new Fault(one.kind(), one.target(), at, length));
      if (chance.nextInt(PAIRED) == 0) {
        beside(drawn.getLast(), chance).ifPresent(drawn::add);
      }
      at += length + PAUSE_MS + chance.nextInt(PAUSE_SPREAD_MS);
    }
    return drawn;
  }

  /** A fault of something else, that begins and ends while the first lasts. */
  private Optional<Fault> beside(Fault first, Random chance) {
    Breakable other = breakable.get(chance.nextInt(breakable.size()));
    long after = chance.nextInt((int) first.forMs() / 2);
    return other.target().equals(first.target())
        ? Optional.empty()
        : Optional.of(
            new Fault(other.kind(), other.target(), first.atMs() + after, first.forMs() / 2));
  }
}
