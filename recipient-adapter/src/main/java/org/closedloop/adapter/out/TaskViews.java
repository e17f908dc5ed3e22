package org.closedloop.adapter.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.kit.Rounds;
import org.hibernate.reactive.mutiny.Mutiny;

/** The adapter's own view of Tasks. Reads are scoped: a program sees its own. */
@ApplicationScoped
public class TaskViews {

  private static final int WORKLIST_AT_MOST = 500;
  private static final String SHOWN_STATUS =
      "(case when told.sequence > sequence then told.status else status end)";
  private static final String NEWEST_FIRST = " order by lastModified desc";

  private static final String TELL =
      "update TaskRow set told.sequence = :sequence, told.status = :status,"
          + " told.businessStatus = :business, told.at = :at"
          + " where referralId = :referral and sequence < :sequence"
          + " and told.sequence < :sequence";

  private static final int SIDE_BY_SIDE = 2;
  private static final int AT_ONCE = 64;

  private final Db db;
  private final Rounds<Verdict, Void> telling = new Rounds<>(SIDE_BY_SIDE, AT_ONCE, this::tell);

  TaskViews(Db db) {
    this.db = db;
  }

  /** Takes over accepted decisions in the order given; what is not newer changes nothing. */
  public Uni<Void> follow(List<Decision> decisions) {
    Set<String> referrals =
        decisions.stream()
            .map(Decision::referralId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return db.inTransaction(
        session ->
            lock(session, referrals)
                .chain(rows -> session.persistAll(follow(decisions, rows).toArray())));
  }

  private static Collection<TaskRow> follow(List<Decision> decisions, List<TaskRow> rows) {
    Map<String, TaskRow> known = new HashMap<>();
    rows.forEach(row -> known.put(row.referralId(), row));
    Map<String, TaskRow> fresh = new HashMap<>();
    for (Decision decision : decisions) {
      TaskRow row = known.get(decision.referralId());
      if (row == null) {
        row = fresh.computeIfAbsent(decision.referralId(), id -> TaskRow.of(decision));
      }
      row.follow(decision);
    }
    return fresh.values();
  }

  /** Notes what a party was told, so that a read right after shows at least that. */
  public Uni<Void> told(Verdict verdict) {
    return telling.one(verdict);
  }

  /** In the order in which everybody locks several rows. */
  private Uni<List<Void>> tell(List<Verdict> verdicts) {
    List<Verdict> inOrder =
        verdicts.stream().sorted(Comparator.comparing(Verdict::referralId)).toList();
    return db.inTransaction(
        session ->
            Multi.createFrom()
                .iterable(inOrder)
                .onItem()
                .transformToUniAndConcatenate(verdict -> tell(session, verdict))
                .collect()
                .last()
                .replaceWith(Collections.nCopies(verdicts.size(), null)));
  }

  private static Uni<Integer> tell(Mutiny.Session session, Verdict verdict) {
    return session
        .createMutationQuery(TELL)
        .setParameter("sequence", verdict.sequence())
        .setParameter("status", verdict.status())
        .setParameter("business", verdict.businessStatus())
        .setParameter("at", verdict.decidedAt())
        .setParameter("referral", verdict.referralId())
        .executeUpdate();
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

  private static Uni<List<TaskRow>> lock(Mutiny.Session session, Set<String> referrals) {
    return session
        .createSelectionQuery(
            "from TaskRow where referralId in :referrals order by referralId", TaskRow.class)
        .setParameter("referrals", referrals)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
