package org.closedloop.adapter.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.closedloop.adapter.core.AfterAttempt;
import org.closedloop.adapter.core.AttemptPolicy;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.adapter.core.DeliveryState;
import org.closedloop.adapter.core.Tries;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.retry.RetryPolicy;

/**
 * Works the result of an attempt that did not succeed into the locked rows of its referral, within
 * a transaction. {@link HandOvers} notes those that did.
 */
final class Conclusion {

  private final List<DeliveryRow> rows;
  private final DeliveryRow row;
  private final Parcel parcel;
  private final AttemptResult result;
  private AttemptRow failed;

  Conclusion(List<DeliveryRow> rows, Parcel parcel, AttemptResult result) {
    this.rows = rows;
    this.parcel = parcel;
    this.result = result;
    this.row =
        rows.stream().filter(one -> one.sequence() == parcel.sequence()).findFirst().orElse(null);
  }

  /** Whether the result still matters. */
  boolean concerns() {
    return row != null && row.is(DeliveryState.LEASED) && row.leases() == parcel.lease();
  }

  /** Whether no attempt came before this one. */
  boolean first() {
    return row.attempts() <= 1 && row.sequence() == rows.get(0).sequence();
  }

  /** Changes the rows. */
  void apply(RetryPolicy policy, Instant now) {
    Tries tries = row.tries(policy, now, ThreadLocalRandom.current().nextDouble());
    boolean updateBehind = rows.stream().anyMatch(other -> other.sequence() > row.sequence());
    switch (AttemptPolicy.decide(row.queued(), result, updateBehind, tries)) {
      case AfterAttempt.Delivered() -> row.delivered(now);
      case AfterAttempt.PutBack(Instant next) -> row.putBack(next, now);
      case AfterAttempt.TryAgain(String word, boolean maybe, Instant next) -> {
        failed(word, false, next, now);
        row.tryAgain(word, maybe, next, now);
      }
      case AfterAttempt.Park(String word, String failure, boolean maybe) -> {
        failed(word, true, null, now);
        row.parked(failure, maybe, now.plus(policy.parkedFor()), now);
      }
      case AfterAttempt.Withdraw(String word) -> {
        failed(word, false, null, now);
        row.failed(word);
        rows.forEach(each -> each.withdrawn(now));
      }
    }
  }

  private void failed(String word, boolean parked, Instant nextAt, Instant now) {
    Attempt attempt = new Attempt(row.sequence(), row.attempts(), word, parked, nextAt);
    failed = AttemptRow.of(row, attempt, now);
  }

  /** The attempt, when it failed. */
  Optional<AttemptRow> failed() {
    return Optional.ofNullable(failed);
  }

  /** What is to be said of the message. */
  Stream<ClaimDue> claims() {
    return Stream.ofNullable(row.claimDue());
  }

  String referralId() {
    return row.referralId();
  }

  String program() {
    return row.program();
  }
}
