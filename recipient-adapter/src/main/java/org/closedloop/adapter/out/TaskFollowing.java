package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.closedloop.adapter.core.Followed;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.fhir.Placer;

/**
 * Lets the view of Tasks follow the journal: one statement for all decisions of a round. Where what
 * is known is not older than all of them, which happens when the journal is read again, the number
 * is asked for first and only what is newer is taken over.
 */
@ApplicationScoped
class TaskFollowing {

  /**
   * Locked in the order in which everybody locks several rows; gives those that were taken over.
   */
  static final String FOLLOW =
      Statements.oneLine(
          """
          with come as (
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[],
                $6::text[], $7::text[], $8::timestamptz[], $9::text[], $10::boolean[], $11::bytea[],
                $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[],
                $18::text[], $19::text[], $20::text[], $21::timestamptz[])
              as decided (referral_id, first, last, moved, status,
                business_status, delivery, at, document, speaks, reason,
                initiator, program, use_case, service_system, service_npi, service_value,
                task_system, task_npi, task_value, authored_on)),
          mine as (
            select one.referral_id from task_view one
            where one.referral_id = any($1)
            order by one.referral_id
            for update),
          changed as (
            update task_view it set
              sequence = come.last,
              status = come.status,
              business_status = come.business_status,
              delivery = come.delivery,
              last_modified = come.at,
              moved = greatest(it.moved, come.moved),
              feedback_document_id = coalesce(come.document, it.feedback_document_id),
              status_reason = case when come.speaks then come.reason else it.status_reason end
            from mine join come on come.referral_id = mine.referral_id
            where it.referral_id = mine.referral_id
              and it.referral_id = any($1)
              and it.sequence < come.first
            returning it.referral_id),
          added as (
            insert into task_view (referral_id, initiator, program, use_case,
              service_system, service_npi, service_value, task_system, task_npi, task_value,
              authored_on, sequence, status, business_status, status_reason, delivery,
              last_modified, feedback_document_id, moved)
            select referral_id, initiator, program, use_case,
              service_system, service_npi, service_value, task_system, task_npi, task_value,
              authored_on, last, status, business_status, reason, delivery,
              at, document, moved
            from come
            where (
              select known.sequence from task_view known
              where known.referral_id = come.referral_id) is null
            order by referral_id
            on conflict do nothing
            returning referral_id)
          select referral_id from changed union all select referral_id from added
          """);

  private static final String KNOWN =
      "select referral_id, sequence from task_view where referral_id = any($1)";

  private final Statements statements;

  TaskFollowing(Statements statements) {
    this.statements = statements;
  }

  /** Takes over accepted decisions in the order given; what is not newer changes nothing. */
  Uni<Void> follow(List<Decision> decisions) {
    return decisions.isEmpty()
        ? Uni.createFrom().voidItem()
        : statements
            .run(FOLLOW, parameters(Followed.of(decisions)))
            .map(TaskFollowing::referrals)
            .chain(done -> followOthers(without(decisions, done)));
  }

  private static List<Decision> without(List<Decision> decisions, Set<String> done) {
    return decisions.stream().filter(one -> !done.contains(one.referralId())).toList();
  }

  /** Each time round there is less to do: something was known, or is by now. */
  private Uni<Void> followOthers(List<Decision> decisions) {
    return decisions.isEmpty()
        ? Uni.createFrom().voidItem()
        : statements
            .run(KNOWN, new Columns<>(decisions).text(Decision::referralId).parameters())
            .map(TaskFollowing::numbers)
            .chain(numbers -> follow(newer(decisions, numbers)));
  }

  private static List<Decision> newer(List<Decision> decisions, Map<String, Long> numbers) {
    return decisions.stream()
        .filter(one -> one.sequence() > numbers.getOrDefault(one.referralId(), 0L))
        .toList();
  }

  private static Set<String> referrals(RowSet<Row> rows) {
    Set<String> referrals = new HashSet<>();
    rows.forEach(row -> referrals.add(row.getString("referral_id")));
    return referrals;
  }

  private static Map<String, Long> numbers(RowSet<Row> rows) {
    Map<String, Long> numbers = new HashMap<>();
    rows.forEach(row -> numbers.put(row.getString("referral_id"), row.getLong("sequence")));
    return numbers;
  }

  /** In the order of the columns of {@link #FOLLOW}. */
  private static Tuple parameters(List<Followed> followed) {
    return new Columns<>(followed)
        .text(Followed::referralId)
        .number(Followed::first)
        .number(one -> one.last().sequence())
        .number(Followed::moved)
        .text(Followed::status)
        .text(Followed::businessStatus)
        .text(one -> one.last().delivery().name())
        .time(one -> one.last().decidedAt())
        .text(Followed::feedbackDocumentId)
        .flag(Followed::speaks)
        .bytes(one -> sealed(one.reason()))
        .text(one -> one.submission().initiator())
        .text(one -> one.submission().program())
        .text(one -> one.submission().useCase())
        .text(one -> one.submission().service().system())
        .text(one -> one.submission().service().assignerNpi())
        .text(one -> one.submission().service().value())
        .text(one -> ofTask(one, Placer::system))
        .text(one -> ofTask(one, Placer::assignerNpi))
        .text(one -> ofTask(one, Placer::value))
        .time(Followed::authoredOn)
        .parameters();
  }

  private static String ofTask(Followed followed, Function<Placer, String> part) {
    Placer task = followed.submission().task();
    return task == null ? null : part.apply(task);
  }

  private static byte[] sealed(String text) {
    return text == null
        ? null
        : EnvelopeCodec.seal(Envelope.ofPayload(text.getBytes(StandardCharsets.UTF_8)));
  }
}
