package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closedloop.core.track.AgeBand;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.StatusGroup;
import org.closedloop.feedback.core.Referral;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Reads a hospital's referrals for its list; finds nothing of others. */
@ApplicationScoped
public class TrackQueries {

  private static final UUID NO_ID = new UUID(0, 0);

  /** Enough for an age nothing has. */
  private static final int FOR_EVER = 100_000;

  private final Transactions transactions;

  TrackQueries(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A referral of a list and at what it is late.
   *
   * @param late longest first
   */
  public record Found(Referral referral, List<OverdueView> late) {}

  /**
   * A page of a group.
   *
   * @param age only these; empty for all, and without effect on what is closed
   * @param page from 0
   */
  public Uni<List<Found>> page(
      String initiator, StatusGroup group, Optional<AgeBand> age, int page) {
    return transactions.read(
        session -> {
          SelectionQuery<ReferralRow> query =
              session
                  .createNativeQuery(TrackSql.lines(group), ReferralRow.class)
                  .setParameter("party", initiator)
                  .setParameter("size", ReferralPage.SIZE)
                  .setParameter("skip", page * ReferralPage.SIZE);
          if (!group.closed()) {
            query
                .setParameter("from", age.map(AgeBand::from).orElse(0))
                .setParameter(
                    "until", Math.min(FOR_EVER, age.map(AgeBand::until).orElse(FOR_EVER)));
          }
          return query.getResultList().chain(rows -> withLateness(session, rows));
        });
  }

  /** Referrals by id, ServiceRequest or Task number, the open ones first. */
  public Uni<List<Found>> search(String initiator, String idOrNumber) {
    return transactions.read(
        session ->
            session
                .createNativeQuery(TrackSql.SEARCH, ReferralRow.class)
                .setParameter("party", initiator)
                .setParameter("id", uuid(idOrNumber).orElse(NO_ID))
                .setParameter("number", idOrNumber)
                .setParameter("size", ReferralPage.SIZE)
                .getResultList()
                .chain(rows -> withLateness(session, rows)));
  }

  /** How many a hospital has of each kind. */
  public Uni<List<ReferralPage.Count>> counts(String initiator) {
    return transactions
        .read(
            session ->
                session
                    .createNativeQuery(TrackSql.COUNTS, Object[].class)
                    .setParameter("party", initiator)
                    .getResultList())
        .map(rows -> rows.stream().map(TrackQueries::count).toList());
  }

  /** One referral, for the hospital that sent it and the program that has it. */
  public Uni<Optional<Found>> one(String party, String id) {
    return where(
        id,
        row -> row.initiator.equals(party) || row.program.equals(party),
        (session, row) -> withLateness(session, List.of(row)).map(found -> found.get(0)));
  }

  /** The message that opened it, for the hospital that sent it. */
  public Uni<Optional<byte[]>> request(String initiator, String id) {
    return where(
        id,
        row -> row.initiator.equals(initiator),
        (session, row) ->
            session.get(PayloadRow.class, row.requestPayload).map(PayloadRow::message));
  }

  private interface Reading<T> {
    Uni<T> of(StatelessSession session, ReferralRow row);
  }

  private <T> Uni<Optional<T>> where(String id, Predicate<ReferralRow> theirs, Reading<T> reading) {
    Optional<UUID> key = uuid(id);
    if (key.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return transactions.read(
        session ->
            session
                .get(ReferralRow.class, key.get())
                .chain(
                    row ->
                        row == null || !theirs.test(row)
                            ? Uni.createFrom().item(Optional.<T>empty())
                            : reading.of(session, row).map(Optional::of)));
  }

  private static Uni<List<Found>> withLateness(StatelessSession session, List<ReferralRow> rows) {
    List<UUID> late = rows.stream().filter(row -> row.overdue).map(row -> row.id).toList();
    if (late.isEmpty()) {
      return Uni.createFrom().item(found(rows, Map.of()));
    }
    return session
        .createQuery(
            "from OverdueRow where referralId in (:ids) and clearedAt is null", OverdueRow.class)
        .setParameter("ids", late)
        .getResultList()
        .map(
            all ->
                found(
                    rows,
                    all.stream()
                        .sorted(Comparator.comparing(row -> row.dueAt))
                        .collect(Collectors.groupingBy(row -> row.referralId))));
  }

  private static List<Found> found(List<ReferralRow> rows, Map<UUID, List<OverdueRow>> late) {
    return rows.stream()
        .map(
            row ->
                new Found(
                    row.referral(),
                    late.getOrDefault(row.id, List.of()).stream().map(OverdueView::of).toList()))
        .toList();
  }

  private static ReferralPage.Count count(Object[] row) {
    return new ReferralPage.Count(
        (String) row[0],
        (String) row[1],
        (Boolean) row[2],
        (String) row[3],
        ((Number) row[4]).longValue());
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
