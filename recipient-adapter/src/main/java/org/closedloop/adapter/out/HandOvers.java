package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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

/**
 * Notes which messages the programs have, those of many attempts in one statement. It counts
 * whoever holds a row by now: what was handed over was handed over.
 */
@ApplicationScoped
class HandOvers {

  private static final int SIDE_BY_SIDE = 2;
  private static final int AT_ONCE = 64;

  /**
   * The order of the locks is that of {@link DeliveryRows#lock}. What is put behind one of these in
   * the very moment it is noted may be missed; the sweep finds it.
   */
  private static final String NOTE =
      """
      with mine as (
        select one.id from delivery one
        where one.id = any($1) and one.state not in ('delivered', 'withdrawn')
        order by one.referral_id, one.sequence
        for update)
      update delivery it set
        state = 'delivered',
        leased_until = null,
        delivered_at = $2,
        changed_at = $2,
        claim_due = case when it.is_referral then 'DELIVERED' else it.claim_due end,
        claim_reason = case when it.is_referral then null else it.claim_reason end
      from mine
      where it.id = mine.id
      returning it.id, it.claim_due, it.claim_reason,
        exists (
          select 1 from delivery other
          where other.referral_id = it.referral_id
            and other.sequence <> it.sequence
            and other.state = 'waiting') as behind
      """;

  private static final String UNSAID =
      "from AttemptRow where referralId in :referrals order by referralId, sequence, number";

  private final Statements statements;
  private final Db db;
  private final Clock clock;
  private final Rounds<Parcel, Concluded> rounds;

  HandOvers(Statements statements, Db db, Clock clock) {
    this.statements = statements;
    this.db = db;
    this.clock = clock;
    this.rounds = new Rounds<>(SIDE_BY_SIDE, AT_ONCE, this::note);
  }

  /** Notes one. */
  Uni<Concluded> note(Parcel parcel) {
    return rounds.one(parcel);
  }

  private Uni<List<Concluded>> note(List<Parcel> parcels) {
    return statements
        .run(
            NOTE,
            new Columns<>(parcels).text(Parcel::id).all(Columns.time(clock.instant())).parameters())
        .map(HandOvers::byId)
        .chain(noted -> unsaid(parcels).map(unsaid -> new Round(noted, unsaid).of(parcels)));
  }

  private static Map<String, Noted> byId(RowSet<Row> rows) {
    Map<String, Noted> noted = new HashMap<>();
    for (Row row : rows) {
      noted.put(
          row.getString("id"),
          new Noted(
              row.getString("claim_due"), row.getString("claim_reason"), row.getBoolean("behind")));
    }
    return noted;
  }

  /** The first attempt of a package has none before it; that is nearly always the case. */
  private Uni<List<AttemptRow>> unsaid(List<Parcel> parcels) {
    Set<String> referrals =
        parcels.stream()
            .filter(parcel -> parcel.attempts() > 1 || !parcel.referral())
            .map(Parcel::referralId)
            .collect(Collectors.toSet());
    return referrals.isEmpty()
        ? Uni.createFrom().item(List.of())
        : db.inTransaction(
            session ->
                session
                    .createSelectionQuery(UNSAID, AttemptRow.class)
                    .setParameter("referrals", referrals)
                    .getResultList());
  }

  /**
   * What one round found.
   *
   * @param noted rows that were changed, by id
   * @param unsaid failed attempts of these referrals
   */
  private record Round(Map<String, Noted> noted, List<AttemptRow> unsaid) {

    List<Concluded> of(List<Parcel> parcels) {
      return parcels.stream().map(this::of).toList();
    }

    private Concluded of(Parcel parcel) {
      Noted mine = noted.get(parcel.id());
      return mine == null
          ? Concluded.NOTHING
          : new Concluded(
              Stream.concat(attempts(parcel), mine.claim(parcel)).toList(), mine.behind());
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
   * @param behind whether another message of the referral waits
   */
  private record Noted(String kind, String reason, boolean behind) {

    Stream<ClaimDue> claim(Parcel parcel) {
      return kind == null
          ? Stream.empty()
          : Stream.of(
              new ClaimDue.OfDelivery(
                  parcel.id(), parcel.referralId(), ClaimKind.valueOf(kind), reason));
    }
  }
}
