package org.closedloop.acceptance.chaos;

import java.time.Duration;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.play.Arrivals;
import org.closedloop.stack.process.Waiting;

/** Waits until every referral has come to its end, as long as now and then one does. */
final class Settling {

  private final Duration patience;

  /**
   * @param patience how long nothing may happen
   */
  Settling(Duration patience) {
    this.patience = patience;
  }

  void await(Arrivals arrivals, int all, Consumer<String> progress) {
    int before = -1;
    while (arrivals.finished() < all && arrivals.finished() > before) {
      before = arrivals.finished();
      int known = before;
      Waiting.until(() -> arrivals.finished() > known, patience);
    }
    if (arrivals.finished() < all) {
      progress.accept("Given up: " + (all - arrivals.finished()) + " referrals are still open.");
    }
  }
}
