package org.closedloop.kit.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.closedloop.core.claim.Verdict;

/**
 * Who waits for which verdict in this process. Several may wait for one claim: the same message
 * from fifty clients under one request id.
 */
final class Waiters {

  private final ConcurrentMap<String, Entry> byClaim = new ConcurrentHashMap<>();

  /** Joins those who wait for a claim; each join needs one {@link #leave}. */
  void join(String claimId) {
    byClaim.merge(claimId, new Entry(new CompletableFuture<>(), 1), (old, one) -> old.oneMore());
  }

  /** What those who wait are told by; a copy, so that one who gives up cancels nobody else's. */
  CompletableFuture<Verdict> of(String claimId) {
    Entry entry = byClaim.get(claimId);
    return entry == null ? new CompletableFuture<>() : entry.verdict().copy();
  }

  /** Stops waiting; the last one out removes the entry. */
  void leave(String claimId) {
    byClaim.computeIfPresent(claimId, (id, entry) -> entry.oneLess());
  }

  /** Tells everybody who waits. */
  void decided(Verdict verdict) {
    Entry entry = byClaim.get(verdict.claimId());
    if (entry != null) {
      entry.verdict().complete(verdict);
    }
  }

  private record Entry(CompletableFuture<Verdict> verdict, int waiting) {

    Entry oneMore() {
      return new Entry(verdict, waiting + 1);
    }

    Entry oneLess() {
      return waiting == 1 ? null : new Entry(verdict, waiting - 1);
    }
  }
}
