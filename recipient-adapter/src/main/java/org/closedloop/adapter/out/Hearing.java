package org.closedloop.adapter.out;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.kit.Rounds;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A program speaks of a referral, so it has it in some way: nothing of it is taken back any more.
 * Many that speak at the same time share a transaction.
 */
@ApplicationScoped
public class Hearing {

  private static final int SIDE_BY_SIDE = 2;
  private static final int AT_ONCE = 64;

  private static final String NOTE =
      """
      update delivery it set maybe_arrived = true
      from (
        select one.id from delivery one
        where one.referral_id in (:referrals)
          and one.referral_id || '/' || one.program in (:spoken)
          and not one.maybe_arrived and one.state <> 'delivered'
        order by one.referral_id, one.sequence
        for update) mine
      where it.id = mine.id
      """;

  private final Db db;
  private final Rounds<Spoken, Optional<TaskRecord>> rounds =
      new Rounds<>(SIDE_BY_SIDE, AT_ONCE, this::note);

  Hearing(Db db) {
    this.db = db;
  }

  /** Who speaks of what. */
  private record Spoken(String program, String referralId) {

    String key() {
      return referralId + "/" + program;
    }
  }

  /**
   * Notes that a program speaks of a referral.
   *
   * @return when that is on record: the referral, empty when unknown here or another's
   */
  public Uni<Optional<TaskRecord>> of(String program, String referralId) {
    return rounds.one(new Spoken(program, referralId));
  }

  private Uni<List<Optional<TaskRecord>>> note(List<Spoken> spoken) {
    Set<String> referrals = spoken.stream().map(Spoken::referralId).collect(Collectors.toSet());
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(NOTE)
                .setParameter("referrals", referrals)
                .setParameter("spoken", spoken.stream().map(Spoken::key).distinct().toList())
                .executeUpdate()
                .chain(() -> known(session, referrals))
                .map(known -> spoken.stream().map(one -> theirs(one, known)).toList()));
  }

  private static Uni<Map<String, TaskRecord>> known(Mutiny.Session session, Set<String> referrals) {
    return session
        .createSelectionQuery("from TaskRow where referralId in :referrals", TaskRow.class)
        .setParameter("referrals", referrals)
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(TaskRow::referralId, TaskRow::record)));
  }

  private static Optional<TaskRecord> theirs(Spoken spoken, Map<String, TaskRecord> known) {
    return Optional.ofNullable(known.get(spoken.referralId()))
        .filter(task -> task.program().equals(spoken.program()));
  }
}
