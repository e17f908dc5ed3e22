package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** What is parked, and what became of it. */
@ApplicationScoped
public class ParkedStore {

  private static final String MATCHES =
      " where p.state = 'parked' and (:any = true or p.referralId = :referral or p.id = :referral)"
          + " and (:anyKind = true or p.kind = :kind)";

  private final Transactions transactions;
  private final Clock clock;

  ParkedStore(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What waits for a person, the longest first.
   *
   * @param target a referral, or one item by its id; null for all
   * @param kind word of a kind, null for all
   * @param limit how many at most
   */
  public Uni<List<Parked>> open(UUID target, String kind, int limit) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from ParkedRow p" + MATCHES + " order by p.number", ParkedRow.class)
                    .setParameter("any", target == null)
                    .setParameter("referral", target)
                    .setParameter("anyKind", kind == null)
                    .setParameter("kind", kind == null ? "" : kind)
                    .setMaxResults(limit)
                    .getResultList())
        .map(ParkedStore::parked);
  }

  /** How much waits for a person. */
  public Uni<ParkedTotals> totals(UUID target, String kind) {
    String what = "select count(*), coalesce(sum(p.size), 0L), min(p.parkedAt) from ParkedRow p";
    return transactions
        .read(
            session ->
                session
                    .createQuery(what + MATCHES, Object[].class)
                    .setParameter("any", target == null)
                    .setParameter("referral", target)
                    .setParameter("anyKind", kind == null)
                    .setParameter("kind", kind == null ? "" : kind)
                    .getSingleResult())
        .map(row -> new ParkedTotals((Long) row[0], (Long) row[1], (Instant) row[2]));
  }

  /** What an operator's request has resolved before. */
  public Uni<List<Parked>> resolvedBy(String request) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from ParkedRow p where p.resolvedBy = :request order by p.number",
                        ParkedRow.class)
                    .setParameter("request", request)
                    .getResultList())
        .map(ParkedStore::parked);
  }

  /** What was resolved of a referral, the latest first. */
  public Uni<List<Parked>> resolved(UUID target, int limit) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from ParkedRow p where p.state <> 'parked' and (:any = true"
                            + " or p.referralId = :referral or p.id = :referral)"
                            + " order by p.resolvedAt desc, p.number",
                        ParkedRow.class)
                    .setParameter("any", target == null)
                    .setParameter("referral", target)
                    .setMaxResults(limit)
                    .getResultList())
        .map(ParkedStore::parked);
  }

  /** One item as it stands. */
  public Uni<Optional<Parked>> find(String id) {
    return transactions
        .read(session -> session.get(ParkedRow.class, UUID.fromString(id)))
        .map(row -> Optional.ofNullable(row).map(ParkedRow::parked));
  }

  /** Marks an item as replayed; one that is resolved stays as it is. */
  public Uni<Void> replayed(String id, String how, String request) {
    return transactions.write(session -> resolve(session, id, ParkedRow.REPLAYED, how, request));
  }

  /** Marks an item as discarded; one that is resolved stays as it is. */
  public Uni<Void> discarded(String id, String reason, String request) {
    return transactions.write(
        session -> resolve(session, id, ParkedRow.DISCARDED, reason, request));
  }

  /**
   * Does something for an item that is still parked, and marks it as replayed, both under a lock.
   *
   * @return false when it was not parked any more, and nothing was done
   */
  public Uni<Boolean> once(String id, String request, Supplier<Uni<Void>> work) {
    return transactions.write(
        session ->
            session
                .createQuery("from ParkedRow where id = :id and state = 'parked'", ParkedRow.class)
                .setParameter("id", UUID.fromString(id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .chain(
                    row ->
                        row == null
                            ? Uni.createFrom().item(false)
                            : SafeContext.comingBack(work)
                                .chain(
                                    () ->
                                        resolve(
                                            session,
                                            id,
                                            ParkedRow.REPLAYED,
                                            ParkedRow.REPLAYED,
                                            request))
                                .replaceWith(true)));
  }

  /** Keeps an item, once: the same again changes nothing. */
  Uni<Void> keep(StatelessSession session, ParkedRow row) {
    return session
        .get(ParkedRow.class, row.id)
        .chain(known -> known == null ? session.insert(row) : Uni.createFrom().voidItem());
  }

  private Uni<Void> resolve(
      StatelessSession session, String id, String state, String how, String request) {
    return session
        .createMutationQuery(
            "update ParkedRow set state = :state, resolvedAt = :at, resolution = :how,"
                + " resolvedBy = :request where id = :id and state = 'parked'")
        .setParameter("state", state)
        .setParameter("at", clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setParameter("how", how)
        .setParameter("request", request)
        .setParameter("id", UUID.fromString(id))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static List<Parked> parked(List<ParkedRow> rows) {
    return rows.stream().map(ParkedRow::parked).toList();
  }
}
