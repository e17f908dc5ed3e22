package org.closedloop.feedback.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Publishes what a crash or a broken broker left in the outbox. The fast path is {@link Publisher}
 * right after the commit; this looks every second for what is older than two. Goes through all that
 * is left page by page, so that what cannot be published keeps nothing else waiting.
 */
@ApplicationScoped
public class OutboxSweeper {

  private static final int PAGE = 50;
  private static final UUID START = new UUID(0, 0);
  private static final String LEFT =
      " where published_at is null and written_at < clock_timestamp() - interval '2 seconds'";
  private static final String REFERRALS =
      "select distinct referral_id from event"
          + LEFT
          + " and referral_id > :after order by referral_id";
  private static final String ALONE =
      "select id from event" + LEFT + " and referral_id is null and id > :after order by id";

  private final Transactions transactions;
  private final Publisher publisher;

  OutboxSweeper(Transactions transactions, Publisher publisher) {
    this.transactions = transactions;
    this.publisher = publisher;
  }

  /** One sweep; fails when the database does. */
  Uni<Void> sweep() {
    return pages(REFERRALS, START, publisher::referral)
        .chain(() -> pages(ALONE, START, publisher::event));
  }

  private Uni<Void> pages(String query, UUID after, Function<UUID, Uni<Void>> publish) {
    return left(query, after)
        .chain(
            ids ->
                each(ids, publish)
                    .chain(
                        () ->
                            ids.size() < PAGE
                                ? Uni.createFrom().voidItem()
                                : pages(query, ids.get(PAGE - 1), publish)));
  }

  private static Uni<Void> each(List<UUID> ids, Function<UUID, Uni<Void>> publish) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(publish::apply)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<List<UUID>> left(String query, UUID after) {
    return transactions.read(
        session ->
            session
                .createNativeQuery(query, UUID.class)
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultList());
  }
}
