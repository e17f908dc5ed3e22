package org.closedloop.feedback.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Publishes what a crash or a broken broker left in the outbox. The fast path is {@link Publisher}
 * right after the commit; this looks every second for what is older than two.
 */
@ApplicationScoped
public class OutboxSweeper {

  static final Duration LEFT_AFTER = Duration.ofSeconds(2);

  private static final int AT_ONCE = 50;

  private final Transactions transactions;
  private final Publisher publisher;
  private final Clock clock;

  OutboxSweeper(Transactions transactions, Publisher publisher, Clock clock) {
    this.transactions = transactions;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** One sweep; fails when the database does. */
  Uni<Void> sweep() {
    return each(
            "select distinct referralId from EventRow"
                + " where publishedAt is null and referralId is not null and decidedAt < :before",
            publisher::referral)
        .chain(
            () ->
                each(
                    "select id from EventRow"
                        + " where publishedAt is null and referralId is null"
                        + " and decidedAt < :before",
                    publisher::event));
  }

  private Uni<Void> each(String query, Function<UUID, Uni<Void>> publish) {
    return left(query)
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(publish::apply)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<List<UUID>> left(String query) {
    Instant before = clock.instant().minus(LEFT_AFTER);
    return transactions.read(
        session ->
            session
                .createQuery(query, UUID.class)
                .setParameter("before", before)
                .setMaxResults(AT_ONCE)
                .getResultList());
  }
}
