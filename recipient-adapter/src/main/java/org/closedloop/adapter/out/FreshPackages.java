package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/**
 * Puts packages that have just come into the queue; those that have a place in their lane are
 * leased in the same statement, as {@link DeliveryStore#lease} would lease them.
 */
@ApplicationScoped
class FreshPackages {

  /**
   * Nothing as new is there (the number is looked up by the index, however large the table is); and
   * a lease only while nothing earlier is open, nobody gave it up, and the consent holds at this
   * moment, by the clock of the database. What another instance inserts in this moment is the
   * other's.
   */
  private static final String INSERT =
      """
      with come as (
        select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[],
            $6::bytea[], $7::timestamptz[], $8::timestamptz[], $9::boolean[])
          as fresh (id, referral_id, sequence, program, message_id, payload, decided_at,
            consent_until, place)),
      judged as (
        select one.*, one.place and
      """
          + DeliveryStore.FIRST_OPEN
          + " and not "
          + ParkedStore.GIVEN_UP
          + " and not "
          + ConsentStore.ENDED
          + """
            as goes
          from come one
          where coalesce((
            select max(newest.sequence) from delivery newest
            where newest.referral_id = one.referral_id), 0) < one.sequence)
          insert into delivery (id, referral_id, sequence, program, is_referral, message_id, payload,
            decided_at, consent_until, state, leases, attempts, tried_since, leased_until)
          select id, referral_id, sequence, program, true, message_id, payload,
            decided_at, consent_until,
            case when goes then 'leased' else 'waiting' end,
            case when goes then 1 else 0 end,
            case when goes then 1 else 0 end,
            case when goes then now() end,
            case when goes then now() + $10 * interval '1 millisecond' end
          from judged
          order by referral_id, sequence
          on conflict do nothing
          returning id, state = 'leased' as goes
          """;

  private final Statements statements;
  private final Duration leaseLength;

  FreshPackages(Statements statements, AdapterConfig config) {
    this.statements = statements;
    this.leaseLength = config.lease();
  }

  /**
   * A package that has just come.
   *
   * @param message what the router brought
   * @param place whether it may be leased
   */
  record Fresh(RoutedMessage message, boolean place) {

    String id() {
      return DeliveryId.of(message.routed().referralId(), message.routed().sequence());
    }

    private byte[] sealed() {
      return EnvelopeCodec.seal(Envelope.ofPayload(message.message()));
    }

    /** As the lease of a new row would give it, with the message that is in memory anyway. */
    Parcel parcel(long leaseEnds) {
      return new Parcel(
          id(),
          message.routed().referralId(),
          message.routed().sequence(),
          message.routed().program(),
          true,
          message.routed().decidedAt(),
          1,
          1,
          leaseEnds,
          message.message());
    }
  }

  /**
   * What was inserted.
   *
   * @param leased by id: whether it is leased now, else it waits; not there when it was known
   * @param leaseEnds when the leases end, by {@link System#nanoTime}
   */
  record Inserted(Map<String, Boolean> leased, long leaseEnds) {}

  /** Inserts packages, all or none, each the only message of its referral among them. */
  Uni<Inserted> insert(List<Fresh> packages) {
    return Uni.createFrom()
        .deferred(() -> insert(packages, System.nanoTime() + leaseLength.toNanos()));
  }

  /** The process's own end of the lease is the sooner one: it was measured before asking. */
  private Uni<Inserted> insert(List<Fresh> packages, long leaseEnds) {
    return statements
        .run(
            INSERT,
            new Columns<>(packages)
                .text(Fresh::id)
                .text(fresh -> fresh.message().routed().referralId())
                .number(fresh -> fresh.message().routed().sequence())
                .text(fresh -> fresh.message().routed().program())
                .text(fresh -> fresh.message().routed().messageId())
                .bytes(Fresh::sealed)
                .time(fresh -> fresh.message().routed().decidedAt())
                .time(fresh -> fresh.message().routed().consentUntil())
                .flag(Fresh::place)
                .all((double) leaseLength.toMillis())
                .parameters())
        .map(rows -> new Inserted(byId(rows), leaseEnds));
  }

  private static Map<String, Boolean> byId(RowSet<Row> rows) {
    Map<String, Boolean> leased = new HashMap<>();
    for (Row row : rows) {
      leased.put(row.getString("id"), row.getBoolean("goes"));
    }
    return leased;
  }
}
