package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.kit.Rounds;

/**
 * A program speaks of a referral, so it has it in some way: nothing of it is taken back any more.
 * Many that speak at the same time share a statement.
 */
@ApplicationScoped
public class Hearing {

  private static final int SIDE_BY_SIDE = 2;
  private static final int AT_ONCE = 64;

  /** Notes where there is something to note, and reads in the same round trip. */
  private static final String NOTE =
      """
      with mine as (
        select one.id from delivery one
        where one.referral_id = any($1)
          and one.referral_id || '/' || one.program = any($2)
          and not one.maybe_arrived and one.state <> 'delivered'
        order by one.referral_id, one.sequence
        for update),
      noted as (
        update delivery it set maybe_arrived = true
        from mine
        where it.id = mine.id)
      select * from task_view where referral_id = any($1)
      """;

  private final Statements statements;
  private final Rounds<Spoken, Optional<TaskRecord>> rounds =
      new Rounds<>(SIDE_BY_SIDE, AT_ONCE, this::note);

  Hearing(Statements statements) {
    this.statements = statements;
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
    String[] referrals = spoken.stream().map(Spoken::referralId).distinct().toArray(String[]::new);
    String[] keys = spoken.stream().map(Spoken::key).distinct().toArray(String[]::new);
    return statements
        .run(NOTE, Tuple.tuple().addArrayOfString(referrals).addArrayOfString(keys))
        .map(Hearing::known)
        .map(known -> spoken.stream().map(one -> theirs(one, known)).toList());
  }

  private static Map<String, TaskRecord> known(RowSet<Row> rows) {
    Map<String, TaskRecord> known = new HashMap<>();
    for (Row row : rows) {
      known.put(row.getString("referral_id"), TaskRow.of(row).record());
    }
    return known;
  }

  private static Optional<TaskRecord> theirs(Spoken spoken, Map<String, TaskRecord> known) {
    return Optional.ofNullable(known.get(spoken.referralId()))
        .filter(task -> task.program().equals(spoken.program()));
  }
}
