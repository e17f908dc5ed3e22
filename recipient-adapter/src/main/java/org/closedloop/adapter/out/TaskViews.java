package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.hibernate.reactive.mutiny.Mutiny;

/** The adapter's own view of Tasks. Reads are scoped: a program sees its own. */
@ApplicationScoped
public class TaskViews {

  private static final int WORKLIST_AT_MOST = 500;
  private static final String SHOWN_STATUS =
      "(case when told.sequence > sequence then told.status else status end)";
  private static final String NEWEST_FIRST = " order by lastModified desc";

  private final Db db;
  private final TaskFollowing following;
  private final TaskTelling telling;

  TaskViews(Db db, TaskFollowing following, TaskTelling telling) {
    this.db = db;
    this.following = following;
    this.telling = telling;
  }

  /** Takes over accepted decisions in the order given; what is not newer changes nothing. */
  public Uni<Void> follow(List<Decision> decisions) {
    return following.follow(decisions);
  }

  /** Notes what a party was told, so that a read right after shows at least that. */
  public Uni<Void> told(Verdict verdict) {
    return telling.told(verdict);
  }

  /** A referral of this program; empty when unknown here or another's. */
  public Uni<Optional<TaskRecord>> find(String program, String referralId) {
    return db.inTransaction(
        session ->
            session
                .createSelectionQuery(
                    "from TaskRow where referralId = :referral and program = :program",
                    TaskRow.class)
                .setParameter("referral", referralId)
                .setParameter("program", program)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(TaskRow::record)));
  }

  /**
   * The worklist of a program, what changed last first, 500 at most.
   *
   * @param statuses Task.status codes wanted; empty means all
   */
  public Uni<List<TaskRecord>> worklist(String program, Set<String> statuses) {
    String wanted = statuses.isEmpty() ? "" : " and " + SHOWN_STATUS + " in :statuses";
    return db.inTransaction(
        session -> {
          Mutiny.SelectionQuery<TaskRow> query =
              session
                  .createSelectionQuery(
                      "from TaskRow where program = :program" + wanted + NEWEST_FIRST,
                      TaskRow.class)
                  .setParameter("program", program)
                  .setMaxResults(WORKLIST_AT_MOST);
          if (!statuses.isEmpty()) {
            query.setParameter("statuses", statuses);
          }
          return query.getResultList().map(rows -> rows.stream().map(TaskRow::record).toList());
        });
  }
}
