package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.directory.Directory;

/**
 * The queues of all programs. Every change of a referral's messages happens in one transaction that
 * holds the locks of its rows, so that a worker and a cancellation cannot pass each other.
 */
@ApplicationScoped
public class DeliveryStore {

  /** True for a row {@code one} of table delivery, or like it, with nothing open before it. */
  static final String FIRST_OPEN =
      """
      not exists (
        select 1 from delivery earlier
        where earlier.referral_id = one.referral_id
          and earlier.sequence < one.sequence
          and earlier.state not in ('delivered', 'withdrawn'))
      """;

  /**
   * Due, or left behind by a worker that died; nothing before it in its referral is open, nobody
   * gave it up, and the consent to a package holds at this moment. An attempt that was left behind
   * has failed as far as anybody knows, and is noted as such.
   */
  private static final String TAKE =
      """
      with due as (
        select one.id, one.state, one.attempts from delivery one
        where one.program = $1
          and (one.state = 'waiting' and one.next_at <= now()
            or one.state = 'leased' and one.leased_until < now())
          and
      """
          + FIRST_OPEN
          + " and not "
          + ParkedStore.GIVEN_UP
          + """
              and not (one.is_referral and
          """
          + ConsentStore.ENDED
          + """
            )
            order by one.next_at
            limit $2
            for update skip locked),
          left_behind as (
            insert into attempt_due (id, referral_id, sequence, number, word, next_at)
            select it.id || '#' || it.attempts, it.referral_id, it.sequence, it.attempts,
              'left-behind', now()
            from delivery it join due on due.id = it.id
            where due.state = 'leased'
            on conflict do nothing)
          update delivery it set
            state = 'leased',
            leases = it.leases + 1,
            attempts = it.attempts + 1,
            maybe_arrived = it.maybe_arrived or due.state = 'leased',
            tried_since = coalesce(it.tried_since, now()),
            leased_until = now() + $3 * interval '1 millisecond',
            changed_at = now()
          from due
          where it.id = due.id
          returning it.id, it.referral_id, it.sequence, it.program, it.is_referral,
            it.decided_at, it.attempts, it.leases, it.payload
          """;

  private static final String DUE_PROGRAMS =
      """
      select distinct program from delivery
      where state = 'waiting' and next_at <= now() or state = 'leased' and leased_until < now()
      """;

  private final Db db;
  private final Statements statements;
  private final Predicate<String> programKnown;
  private final Clock clock;
  private final Duration leaseLength;

  DeliveryStore(
      Db db, Statements statements, Directory directory, Clock clock, AdapterConfig config) {
    this.db = db;
    this.statements = statements;
    this.programKnown = program -> directory.find(program).isPresent();
    this.clock = clock;
    this.leaseLength = config.lease();
  }

  /** Whether the directory has this program. */
  boolean knows(String program) {
    return programKnown.test(program);
  }

  /**
   * Works routed messages into the queues, all or none. A message that came before changes nothing.
   */
  Uni<Consequences> enqueue(List<RoutedMessage> batch) {
    Set<String> referrals =
        batch.stream()
            .map(message -> message.routed().referralId())
            .collect(java.util.stream.Collectors.toSet());
    return db.inTransaction(
        session ->
            DeliveryRows.lock(session, referrals)
                .chain(
                    rows -> {
                      Arrivals arrivals = new Arrivals(rows, programKnown, clock.instant());
                      batch.forEach(arrivals::add);
                      return session
                          .persistAll(arrivals.fresh())
                          .map(done -> arrivals.consequences());
                    }));
  }

  /** Leases what is due for a program, at most as many as it has free places. */
  Uni<List<Parcel>> lease(String program, int places) {
    return Uni.createFrom()
        .deferred(() -> lease(program, places, System.nanoTime() + leaseLength.toNanos()));
  }

  /** The process's own end of the lease is the sooner one: it was measured before asking. */
  private Uni<List<Parcel>> lease(String program, int places, long leaseEnds) {
    return statements
        .run(TAKE, Tuple.of(program, (long) places, (double) leaseLength.toMillis()))
        .map(rows -> parcels(rows, leaseEnds));
  }

  private static List<Parcel> parcels(RowSet<Row> rows, long leaseEnds) {
    List<Parcel> parcels = new ArrayList<>();
    for (Row row : rows) {
      parcels.add(
          new Parcel(
              row.getString("id"),
              row.getString("referral_id"),
              row.getLong("sequence"),
              row.getString("program"),
              row.getBoolean("is_referral"),
              Columns.time(row, "decided_at"),
              row.getInteger("attempts"),
              row.getInteger("leases"),
              leaseEnds,
              EnvelopeCodec.open(Columns.bytes(row, "payload")).payload()));
    }
    return parcels;
  }

  /** Programs with something due. */
  Uni<List<String>> duePrograms() {
    return db.inTransaction(
        session -> session.createNativeQuery(DUE_PROGRAMS, String.class).getResultList());
  }
}
