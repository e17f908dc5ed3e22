package org.closedloop.feedback.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Leases what is due in one transaction, party by party. */
final class CallbackLeases {

  /** The parties that something is due for; jumps from one to the next along the index. */
  private static final String PARTIES =
      """
      with recursive waiting as (
        (select party from callback where state = 'OPEN' order by party limit 1)
        union all
        select (select c.party from callback c
          where c.state = 'OPEN' and c.party > waiting.party order by c.party limit 1)
        from waiting where waiting.party is not null)
      select party from waiting
      where party is not null and exists (
        select 1 from callback c
        where c.party = waiting.party and c.state = 'OPEN' and c.next_at <= clock_timestamp())
      """;

  /** Of each referral only the first unfinished one. */
  private static final String DUE =
      """
      from CallbackRow c
      where c.party = :party and c.state = 'OPEN' and c.nextAt <= :now
        and (c.leasedUntil is null or c.leasedUntil <= :now)
        and not exists (
          select 1 from CallbackRow before
          where before.referralId = c.referralId and before.sequence < c.sequence
            and before.state in ('OPEN', 'PARKED'))
      order by c.nextAt
      """;

  private final StatelessSession session;
  private final long askedNanos;

  CallbackLeases(StatelessSession session, long askedNanos) {
    this.session = session;
    this.askedNanos = askedNanos;
  }

  /**
   * Takes what is due.
   *
   * @param room how many a party may have now; asked once for each party with something due
   */
  Uni<List<Callback>> take(ToIntFunction<String> room) {
    return session
        .createNativeQuery(PARTIES, String.class)
        .getResultList()
        .chain(
            parties ->
                parties.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : DatabaseClock.now(session).chain(now -> take(mixed(parties), room, now)));
  }

  /** When there is no room for all, none is always the last. */
  private static List<String> mixed(List<String> parties) {
    List<String> mixed = new ArrayList<>(parties);
    Collections.shuffle(mixed);
    return mixed;
  }

  private Uni<List<Callback>> take(List<String> parties, ToIntFunction<String> room, Instant now) {
    return Multi.createFrom()
        .iterable(parties)
        .onItem()
        .transformToUniAndConcatenate(party -> take(party, room.applyAsInt(party), now))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).toList());
  }

  private Uni<List<Callback>> take(String party, int atMost, Instant now) {
    if (atMost <= 0) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createQuery(DUE, CallbackRow.class)
        .setParameter("party", party)
        .setParameter("now", now)
        .setMaxResults(atMost)
        .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList()
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows)
                    .onItem()
                    .transformToUniAndConcatenate(row -> taken(row, now))
                    .collect()
                    .asList());
  }

  private Uni<Callback> taken(CallbackRow row, Instant now) {
    row.lease(now, CallbackQueue.LEASE);
    return session
        .update(row)
        .chain(() -> session.get(PayloadRow.class, row.payloadId))
        .map(payload -> callback(row, now, payload.message()));
  }

  private Callback callback(CallbackRow row, Instant now, byte[] message) {
    return new Callback(
        row.id.toString(),
        row.referralId.toString(),
        row.party,
        CallbackChannel.valueOf(row.channel),
        row.attempts,
        row.tries,
        row.firstTriedAt,
        now,
        askedNanos,
        message);
  }
}
