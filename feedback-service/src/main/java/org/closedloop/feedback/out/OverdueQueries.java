package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads what is late. */
@ApplicationScoped
public class OverdueQueries {

  private final Transactions transactions;

  OverdueQueries(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What is late, longest first.
   *
   * @param turn only what waits for this one; null for all
   * @param atMost how many
   */
  public Uni<List<OverdueView>> open(String turn, int atMost) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from OverdueRow where clearedAt is null and turn like :turn order by"
                            + " dueAt",
                        OverdueRow.class)
                    .setParameter("turn", turn == null ? "%" : turn)
                    .setMaxResults(atMost)
                    .getResultList())
        .map(OverdueQueries::views);
  }

  /** At what a referral is late now. */
  public Uni<List<OverdueView>> of(String referralId) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from OverdueRow where referralId = :id and clearedAt is null"
                            + " order by dueAt",
                        OverdueRow.class)
                    .setParameter("id", UUID.fromString(referralId))
                    .getResultList())
        .map(OverdueQueries::views);
  }

  private static List<OverdueView> views(List<OverdueRow> rows) {
    return rows.stream().map(OverdueView::of).toList();
  }
}
