package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long ago the database showed that this transaction, and so its row lock, is still there. A
 * process that stood still for a while may have lost it and not know (docs/adr/0009).
 */
final class LockHold {

  /** Far shorter than {@code idle_in_transaction_session_timeout}. */
  static final Duration TRUSTED = Duration.ofSeconds(2);

  private final Supplier<Uni<Integer>> question;
  private final LongSupplier nanoTime;
  private long shownAt;

  /**
   * @param question asks the database anything, in the transaction
   * @param nanoTime goes on while the process stands still
   */
  LockHold(Supplier<Uni<Integer>> question, LongSupplier nanoTime) {
    this.question = question;
    this.nanoTime = nanoTime;
    this.shownAt = nanoTime.getAsLong();
  }

  /** Runs a query; that it is answered shows that the lock was held after it was asked. */
  <T> Uni<T> shownBy(Supplier<Uni<T>> query) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long asked = nanoTime.getAsLong();
              return query.get().invoke(() -> shownAt = asked);
            });
  }

  /**
   * Completes when the lock is held for all that is known; asks the database when it last said so
   * too long ago. Fails when the transaction is gone.
   */
  Uni<Void> confirm() {
    return Uni.createFrom()
        .deferred(
            () -> fresh() ? Uni.createFrom().voidItem() : shownBy(question).chain(this::confirm));
  }

  private boolean fresh() {
    return nanoTime.getAsLong() - shownAt < TRUSTED.toNanos();
  }
}
