package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.feedback.core.ParkedKind;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Claims that cannot be decided, and those of the same referral behind them, in order. Only who
 * reads a partition adds to its referrals, so "nothing of it is parked" stays true until it says
 * otherwise; a lock is needed only against a replay that is just ending.
 */
@ApplicationScoped
public class ParkedClaims {

  private static final String OPEN =
      " from ParkedRow where recordKey = :key and kind = 'claim' and state = 'parked'";
  private static final String WAITING =
      "select record_key from parked"
          + " where record_key = any($1) and kind = 'claim' and state = 'parked'";
  private static final byte[] NOTHING = new byte[0];

  private final Transactions transactions;
  private final Connections connections;
  private final ParkedStore store;
  private final Clock clock;

  ParkedClaims(Transactions transactions, Connections connections, ParkedStore store, Clock clock) {
    this.connections = connections;
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /** Those of some keys that a claim is parked under. */
  public Uni<Set<String>> waiting(Set<String> keys) {
    return keys.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : connections.with(sql -> Sql.uni(() -> waiting(sql, keys)));
  }

  /** Begins to ask the same. */
  static Future<Set<String>> waiting(Sql sql, Set<String> keys) {
    return keys.isEmpty()
        ? Future.succeededFuture(Set.of())
        : sql.run(WAITING, Tuple.of(keys.toArray(String[]::new)))
            .map(rows -> rows.stream().map(row -> row.getString(0)).collect(Collectors.toSet()));
  }

  /**
   * Parks a claim, whatever stands before it.
   *
   * @param rule why
   */
  public Uni<Void> park(ConsumerRecord<String, byte[]> record, String rule) {
    return transactions.write(
        session -> lock(session, record.key()).chain(() -> store.keep(session, row(record, rule))));
  }

  /**
   * Parks a claim if another of its referral is still parked.
   *
   * @return false when none is any more, and it has to be decided
   */
  public Uni<Boolean> parkBehind(ConsumerRecord<String, byte[]> record, String rule) {
    return transactions.write(
        session ->
            lock(session, record.key())
                .chain(() -> waits(session, record.key()))
                .chain(
                    waits ->
                        waits
                            ? store.keep(session, row(record, rule)).replaceWith(true)
                            : Uni.createFrom().item(false)));
  }

  /** The first claim that is parked under a key; whoever adds one is waited for. */
  public Uni<Optional<Held>> first(String key) {
    return transactions.write(
        session ->
            lock(session, key)
                .chain(
                    () ->
                        session
                            .createQuery(OPEN + " order by number", ParkedRow.class)
                            .setParameter("key", key)
                            .setMaxResults(1)
                            .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(ParkedClaims::held)));
  }

  /** A parked claim by its item's id. */
  public Uni<Optional<Held>> find(String id) {
    return transactions
        .read(session -> session.get(ParkedRow.class, UUID.fromString(id)))
        .map(row -> Optional.ofNullable(row).map(ParkedClaims::held));
  }

  private static Held held(ParkedRow row) {
    return new Held(row.id.toString(), EnvelopeCodec.open(row.sealed).payload());
  }

  private ParkedRow row(ConsumerRecord<String, byte[]> record, String rule) {
    byte[] value = record.value() == null ? NOTHING : record.value();
    ParkedRow row =
        ParkedRow.of(
            ParkedKind.CLAIM,
            record.topic() + "|" + record.partition() + "|" + record.offset(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    row.referralId = Ids.uuid(record.key()).orElse(null);
    row.topic = record.topic();
    row.part = record.partition();
    row.recordOffset = record.offset();
    row.recordKey = record.key();
    row.word = rule;
    row.size = value.length;
    row.sealed = EnvelopeCodec.seal(Envelope.ofPayload(value));
    return row;
  }

  private static Uni<Boolean> waits(StatelessSession session, String key) {
    return session
        .createQuery("select count(*)" + OPEN, Long.class)
        .setParameter("key", key)
        .getSingleResult()
        .map(count -> count > 0);
  }

  private static Uni<?> lock(StatelessSession session, String key) {
    return key == null
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(
                "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as varchar)",
                String.class)
            .setParameter("name", "parked|" + key)
            .getSingleResult();
  }

  /**
   * A parked claim.
   *
   * @param id of the item
   * @param value the record's value, as it came
   */
  public record Held(String id, byte[] value) {}
}
