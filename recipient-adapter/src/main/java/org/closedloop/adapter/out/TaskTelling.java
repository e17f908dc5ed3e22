package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closedloop.core.claim.Verdict;
import org.closedloop.kit.Rounds;

/**
 * Notes what parties were told, which may be ahead of the journal. Many verdicts share a statement.
 */
@ApplicationScoped
class TaskTelling {

  private static final int SIDE_BY_SIDE = 2;
  private static final int AT_ONCE = 64;

  /** Locked in the order in which everybody locks several rows. */
  private static final String TELL =
      """
      with said as (
        select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[])
          as verdict (referral_id, sequence, status, business, at)),
      mine as (
        select one.referral_id from task_view one
        where one.referral_id = any($1)
        order by one.referral_id
        for update)
      update task_view it set
        told_sequence = said.sequence,
        told_status = said.status,
        told_business_status = said.business,
        told_at = said.at
      from mine join said on said.referral_id = mine.referral_id
      where it.referral_id = mine.referral_id
        and it.referral_id = any($1)
        and it.sequence < said.sequence
        and it.told_sequence < said.sequence
      """;

  private final Statements statements;
  private final Rounds<Verdict, Void> rounds = new Rounds<>(SIDE_BY_SIDE, AT_ONCE, this::tell);

  TaskTelling(Statements statements) {
    this.statements = statements;
  }

  /** Completes when it is on record; what is not newer changes nothing. */
  Uni<Void> told(Verdict verdict) {
    return rounds.one(verdict);
  }

  private Uni<List<Void>> tell(List<Verdict> verdicts) {
    return statements
        .run(
            TELL,
            new Columns<>(newest(verdicts))
                .text(Verdict::referralId)
                .number(Verdict::sequence)
                .text(Verdict::status)
                .text(Verdict::businessStatus)
                .time(Verdict::decidedAt)
                .parameters())
        .replaceWith(Collections.nCopies(verdicts.size(), null));
  }

  private static Collection<Verdict> newest(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.toMap(Verdict::referralId, Function.identity(), NEWER))
        .values();
  }

  private static final BinaryOperator<Verdict> NEWER =
      (one, other) -> other.sequence() > one.sequence() ? other : one;
}
