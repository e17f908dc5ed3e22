package org.closedloop.acceptance.bench;

import java.util.Collection;
import java.util.function.ToIntFunction;

/**
 * What was submitted against what every side saw, over the whole run.
 *
 * @param submitted referrals
 * @param recorded those with a first journal record
 * @param delivered those the program got
 * @param answered those whose hospital got a verdict
 * @param closed those whose hospital got the outcome
 * @param twice referrals recorded, delivered, answered or closed more than once
 * @param refused answers of the hub that refused
 * @param deadLetters records that came into dead letter topics
 */
record Ledger(
    int submitted,
    int recorded,
    int delivered,
    int answered,
    int closed,
    int twice,
    int refused,
    long deadLetters) {

  static Ledger of(Collection<Tally> all, long deadLetters) {
    return new Ledger(
        all.size(),
        seen(all, tally -> tally.recorded),
        seen(all, tally -> tally.delivered),
        seen(all, tally -> tally.verdicts),
        seen(all, tally -> tally.outcomes),
        (int) all.stream().filter(Ledger::twice).count(),
        all.stream().mapToInt(tally -> tally.refusals).sum(),
        deadLetters);
  }

  /** Every referral took every step exactly once, and nothing was refused. */
  boolean clean() {
    return recorded == submitted
        && delivered == submitted
        && answered == submitted
        && closed == submitted
        && twice == 0
        && refused == 0
        && deadLetters == 0;
  }

  private static int seen(Collection<Tally> all, ToIntFunction<Tally> step) {
    return (int) all.stream().filter(tally -> step.applyAsInt(tally) > 0).count();
  }

  private static boolean twice(Tally tally) {
    return tally.recorded > 1 || tally.delivered > 1 || tally.verdicts > 1 || tally.outcomes > 1;
  }
}
