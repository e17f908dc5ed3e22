package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.closedloop.adapter.core.AttemptResult;
import org.hibernate.reactive.mutiny.Mutiny;

/** Notes what came of attempts, and what feedback-service is to be told of them. */
@ApplicationScoped
class AttemptStore {

  private static final String UNSAID =
      "from AttemptRow where referralId = :referral order by sequence, number";

  private final Db db;
  private final HandOvers handOvers;
  private final Patiences patiences;

  AttemptStore(Db db, HandOvers handOvers, Patiences patiences) {
    this.db = db;
    this.handOvers = handOvers;
    this.patiences = patiences;
  }

  /**
   * Notes what came of an attempt. A success counts whoever holds the row by now; a failure only
   * while this lease lasts.
   */
  Uni<Concluded> finish(Parcel parcel, AttemptResult result) {
    return result instanceof AttemptResult.HandedOver
        ? handOvers.note(parcel)
        : db.inTransaction(
            session ->
                DeliveryRows.lock(session, Set.of(parcel.referralId()))
                    .chain(rows -> conclude(session, new Conclusion(rows, parcel, result))));
  }

  private Uni<Concluded> conclude(Mutiny.Session session, Conclusion conclusion) {
    if (!conclusion.concerns()) {
      return Uni.createFrom().item(Concluded.NOTHING);
    }
    return unsaid(session, conclusion)
        .chain(
            unsaid ->
                DeliveryRows.now(session)
                    .invoke(now -> conclusion.apply(patiences.of(conclusion.program()), now))
                    .chain(() -> note(session, conclusion))
                    .map(noted -> new Concluded(inOrder(unsaid, conclusion), true)));
  }

  /** The first attempt of a message has none before it. */
  private static Uni<List<AttemptRow>> unsaid(Mutiny.Session session, Conclusion conclusion) {
    return conclusion.first()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(UNSAID, AttemptRow.class)
            .setParameter("referral", conclusion.referralId())
            .getResultList();
  }

  private static Uni<Void> note(Mutiny.Session session, Conclusion conclusion) {
    return conclusion.failed().map(session::persist).orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static List<ClaimDue> inOrder(List<AttemptRow> unsaid, Conclusion conclusion) {
    List<ClaimDue> claims = new ArrayList<>();
    unsaid.forEach(row -> claims.add(row.claimDue()));
    conclusion.failed().ifPresent(row -> claims.add(row.claimDue()));
    conclusion.claims().forEach(claims::add);
    return claims;
  }
}
