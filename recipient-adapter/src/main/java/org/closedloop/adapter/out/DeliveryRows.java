package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What every change of the queues begins with. */
final class DeliveryRows {

  private static final String LOCK =
      "from DeliveryRow where referralId in :referrals order by referralId, sequence";

  private static final String NOW =
      "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

  private DeliveryRows() {}

  /** All messages of these referrals, locked, always in the same order. */
  static Uni<List<DeliveryRow>> lock(Mutiny.Session session, Collection<String> referrals) {
    return session
        .createSelectionQuery(LOCK, DeliveryRow.class)
        .setParameter("referrals", referrals)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /**
   * The time by the database's clock, the one all instances share: what is due, and how long it was
   * tried, depends on no other.
   */
  static Uni<Instant> now(Mutiny.Session session) {
    return session.createNativeQuery(NOW, Long.class).getSingleResult().map(Instant::ofEpochMilli);
  }
}
