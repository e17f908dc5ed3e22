package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.kit.Rounds;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notes which messages the programs have, those of many attempts in one transaction. It counts
 * whoever holds a row by now: what was handed over was handed over.
 */
@ApplicationScoped
class HandOvers {

  private static final int SIDE_BY_SIDE = 2;
  private static final int AT_ONCE = 64;

  /** The order of the locks is that of {@link DeliveryRows#lock}. */
  private static final String NOTE =
      """
      with mine as (
        select one.id from delivery one
        where one.id in (:ids) and one.state not in ('delivered', 'withdrawn')
        order by one.referral_id, one.sequence
        for update)
      update delivery it set
        state = 'delivered',
        leased_until = null,
        delivered_at = :now,
        changed_at = :now,
        claim_due = case when it.is_referral then 'DELIVERED' else it.claim_due end,
        claim_reason = case when it.is_referral then null else it.claim_reason end
      from mine
      where it.id = mine.id
      returning it.id, it.claim_due, it.claim_reason
      """;

  /** Asked when the locks are held: whoever puts a message behind one of these waits for them. */
  private static final String BEHIND =
      "select distinct referralId from DeliveryRow"
          + " where referralId in :referrals and state = 'waiting'";

  private static final String UNSAID =
      "from AttemptRow where referralId in :referrals order by referralId, sequence, number";

  private final Db db;
  private final Clock clock;
  private final Rounds<Parcel, Concluded> rounds;

  HandOvers(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
    this.rounds = new Rounds<>(SIDE_BY_SIDE, AT_ONCE, this::note);
  }

  /** Notes one. */
  Uni<Concluded> note(Parcel parcel) {
    return rounds.one(parcel);
  }

  private Uni<List<Concluded>> note(List<Parcel> parcels) {
    return db.inTransaction(
        session ->
            noted(session, parcels)
                .chain(
                    noted ->
                        unsaid(session, parcels)
                            .chain(
                                unsaid ->
                                    behind(session, parcels)
                                        .map(
                                            behind ->
                                                new Round(noted, unsaid, behind).of(parcels)))));
  }

  private Uni<Map<String, Noted>> noted(Mutiny.Session session, List<Parcel> parcels) {
    return session
        .createNativeQuery(NOTE, Object[].class)
        .setParameter("ids", parcels.stream().map(Parcel::id).toList())
        .setParameter("now", clock.instant())
        .getResultList()
        .map(HandOvers::byId);
  }

  private static Map<String, Noted> byId(List<Object[]> rows) {
    Map<String, Noted> noted = new HashMap<>();
    for (Object[] row : rows) {
      noted.put((String) row[0], new Noted((String) row[1], (String) row[2]));
    }
    return noted;
  }

  /** The first attempt of a package has none before it; that is nearly always the case. */
  private static Uni<List<AttemptRow>> unsaid(Mutiny.Session session, List<Parcel> parcels) {
    Set<String> referrals =
        parcels.stream()
            .filter(parcel -> parcel.attempts() > 1 || !parcel.referral())
            .map(Parcel::referralId)
            .collect(Collectors.toSet());
    return referrals.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(UNSAID, AttemptRow.class)
            .setParameter("referrals", referrals)
            .getResultList();
  }

  private static Uni<Set<String>> behind(Mutiny.Session session, List<Parcel> parcels) {
    return session
        .createSelectionQuery(BEHIND, String.class)
        .setParameter("referrals", parcels.stream().map(Parcel::referralId).distinct().toList())
        .getResultList()
        .map(Set::copyOf);
  }

  /**
   * What one transaction found.
   *
   * @param noted rows that were changed, by id
   * @param unsaid failed attempts of these referrals
   * @param behind referrals with a message that waits
   */
  private record Round(Map<String, Noted> noted, List<AttemptRow> unsaid, Set<String> behind) {

    List<Concluded> of(List<Parcel> parcels) {
      return parcels.stream().map(this::of).toList();
    }

    private Concluded of(Parcel parcel) {
      Noted mine = noted.get(parcel.id());
      return mine == null
          ? Concluded.NOTHING
          : new Concluded(
              Stream.concat(attempts(parcel), mine.claim(parcel)).toList(),
              behind.contains(parcel.referralId()));
    }

    private Stream<ClaimDue> attempts(Parcel parcel) {
      return unsaid.stream()
          .filter(row -> row.referralId().equals(parcel.referralId()))
          .map(AttemptRow::claimDue);
    }
  }

  /**
   * A row that was changed.
   *
   * @param kind of the claim due, or null
   * @param reason of that claim, or null
   */
  private record Noted(String kind, String reason) {

    Stream<ClaimDue> claim(Parcel parcel) {
      return kind == null
          ? Stream.empty()
          : Stream.of(
              new ClaimDue.OfDelivery(
                  parcel.id(), parcel.referralId(), ClaimKind.valueOf(kind), reason));
    }
  }
}
