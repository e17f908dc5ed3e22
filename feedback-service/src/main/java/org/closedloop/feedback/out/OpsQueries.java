package org.closedloop.feedback.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.closedloop.core.claim.Attempt;
import org.closedloop.feedback.core.ops.OpsFigures;
import org.closedloop.feedback.core.ops.OpsFigures.Delivery;
import org.closedloop.feedback.core.ops.OpsFigures.Flow;
import org.closedloop.feedback.core.ops.OpsFigures.InState;
import org.closedloop.feedback.core.ops.OpsFigures.Late;
import org.closedloop.feedback.core.ops.OpsFigures.StageTime;
import org.closedloop.feedback.core.ops.OpsFigures.Step;
import org.closedloop.feedback.core.ops.OpsFigures.Waiting;
import org.closedloop.feedback.core.ops.OpsQuery;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Counts and times for operators, straight from the record. What many look at is read once in a few
 * seconds.
 */
@ApplicationScoped
public class OpsQueries {

  private static final Duration KEPT = Duration.ofSeconds(3);
  private static final int KEPT_AT_MOST = 200;

  private static final String WHERE =
      " and (:useCase = '' or use_case = :useCase) and (:initiator = '' or initiator = :initiator)"
          + " and (:program = '' or program = :program)";
  private static final String SECONDS = "extract(epoch from %s - %s)";
  private static final String PERCENTILE =
      "cast(percentile_cont(%s) within group (order by %s) as double precision)";

  private final Transactions transactions;
  private final RecordQueries record;
  private final Clock clock;
  private final Map<OpsQuery, OpsFigures> kept = new ConcurrentHashMap<>();

  OpsQueries(Transactions transactions, RecordQueries record, Clock clock) {
    this.transactions = transactions;
    this.record = record;
    this.clock = clock;
  }

  /** The figures, at most a few seconds old. */
  public Uni<OpsFigures> figures(OpsQuery query) {
    OpsFigures known = kept.get(query);
    Instant now = clock.instant();
    if (known != null && known.at().plus(KEPT).isAfter(now)) {
      return Uni.createFrom().item(known);
    }
    if (kept.size() > KEPT_AT_MOST) {
      kept.clear();
    }
    return read(query, now).invoke(read -> kept.put(query, read));
  }

  private Uni<OpsFigures> read(OpsQuery query, Instant now) {
    Instant since = now.minus(query.window().length());
    return transactions
        .read(
            session ->
                open(session, query)
                    .chain(
                        open ->
                            flow(session, query, since)
                                .chain(flow -> rest(session, query, now, since, open, flow))))
        .chain(this::withNextAttempts);
  }

  private static Uni<OpsFigures> rest(
      StatelessSession session,
      OpsQuery query,
      Instant now,
      Instant since,
      List<InState> open,
      Flow flow) {
    return stages(session, query, since)
        .chain(
            stages ->
                steps(session, query, since)
                    .chain(
                        steps ->
                            overdue(session, query)
                                .chain(
                                    overdue ->
                                        deliveries(session, query)
                                            .chain(
                                                deliveries ->
                                                    parked(session)
                                                        .map(
                                                            parked ->
                                                                new OpsFigures(
                                                                    now,
                                                                    open,
                                                                    flow,
                                                                    stages,
                                                                    steps,
                                                                    overdue,
                                                                    deliveries,
                                                                    parked))))));
  }

  private static Uni<List<InState>> open(StatelessSession session, OpsQuery query) {
    String sql =
        "select status, business_status, count(*) from referral where closed_at is null"
            + WHERE
            + " group by status, business_status order by status, business_status";
    return rows(session, sql, query)
        .map(
            rows ->
                rows.stream()
                    .map(row -> new InState((String) row[0], (String) row[1], number(row[2])))
                    .toList());
  }

  private static Uni<Flow> flow(StatelessSession session, OpsQuery query, Instant since) {
    String sql =
        "select count(*), count(closed_at), count(*) filter (where status = 'completed'),"
            + " (select count(*) from referral where closed_at >= :since"
            + WHERE
            + ") from referral where accepted_at >= :since"
            + WHERE;
    return bound(session, sql, query)
        .setParameter("since", since)
        .getSingleResult()
        .map(row -> new Flow(number(row[0]), number(row[1]), number(row[2]), number(row[3])));
  }

  private static Uni<List<StageTime>> stages(
      StatelessSession session, OpsQuery query, Instant since) {
    List<String[]> stages =
        List.of(
            new String[] {"Accepted to recorded", "recorded_at", "accepted_at"},
            new String[] {"Recorded to routed", "routed_at", "recorded_at"},
            new String[] {"Routed to delivered", "delivered_at", "routed_at"},
            new String[] {"Delivered to first response", "responded_at", "delivered_at"},
            new String[] {"First response to closed", "closed_at", "responded_at"},
            new String[] {"Accepted to delivered", "delivered_at", "accepted_at"});
    StringBuilder columns = new StringBuilder();
    for (String[] stage : stages) {
      String seconds = SECONDS.formatted(stage[1], stage[2]);
      columns.append(columns.isEmpty() ? "" : ", ").append("count(").append(seconds).append(")");
      for (String share : List.of("0.5", "0.95", "0.99")) {
        columns.append(", ").append(PERCENTILE.formatted(share, seconds));
      }
    }
    return bound(
            session,
            "select " + columns + " from referral where accepted_at >= :since" + WHERE,
            query)
        .setParameter("since", since)
        .getSingleResult()
        .map(
            row ->
                java.util.stream.IntStream.range(0, stages.size())
                    .mapToObj(
                        i ->
                            new StageTime(
                                stages.get(i)[0],
                                number(row[i * 4]),
                                (Double) row[i * 4 + 1],
                                (Double) row[i * 4 + 2],
                                (Double) row[i * 4 + 3]))
                    .toList());
  }

  private static Uni<List<Step>> steps(StatelessSession session, OpsQuery query, Instant since) {
    String seconds = SECONDS.formatted("delivered_at", "accepted_at");
    String sql =
        "select cast(floor(extract(epoch from accepted_at - cast(:since as timestamptz)) / "
            + query.window().step().toSeconds()
            + ") as bigint)"
            + " as step, count(*), count(closed_at), "
            + PERCENTILE.formatted("0.5", seconds)
            + ", "
            + PERCENTILE.formatted("0.95", seconds)
            + " from referral where accepted_at >= :since"
            + WHERE
            + " group by step order by step";
    return bound(session, sql, query)
        .setParameter("since", since)
        .getResultList()
        .map(rows -> steps(rows, query, since));
  }

  private static List<Step> steps(List<Object[]> rows, OpsQuery query, Instant since) {
    Map<Long, Object[]> found = new java.util.HashMap<>();
    rows.forEach(row -> found.put(number(row[0]), row));
    return java.util.stream.LongStream.range(0, query.window().steps())
        .mapToObj(
            i -> {
              Instant from = since.plus(query.window().step().multipliedBy(i));
              Object[] row = found.get(i);
              return row == null
                  ? new Step(from, 0, 0, null, null)
                  : new Step(
                      from, number(row[1]), number(row[2]), (Double) row[3], (Double) row[4]);
            })
        .toList();
  }

  private static Uni<List<Late>> overdue(StatelessSession session, OpsQuery query) {
    String sql =
        "select o.turn, o.stage, count(*) from overdue o join referral r on r.id = o.referral_id"
            + " where o.cleared_at is null"
            + WHERE
                .replace("use_case", "r.use_case")
                .replace("or initiator", "or r.initiator")
                .replace("or program", "or r.program")
            + " group by o.turn, o.stage order by o.turn, o.stage";
    return rows(session, sql, query)
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Late((String) row[0], (String) row[1], number(row[2])))
                    .toList());
  }

  private static Uni<List<Delivery>> deliveries(StatelessSession session, OpsQuery query) {
    String sql =
        "select program, delivery, count(*), min(accepted_at) from referral"
            + " where closed_at is null and delivered_at is null"
            + WHERE
            + " group by program, delivery order by program, delivery";
    return rows(session, sql, query)
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Delivery(
                                (String) row[0],
                                (String) row[1],
                                number(row[2]),
                                instant(row[3]),
                                null))
                    .toList());
  }

  private static Uni<List<Waiting>> parked(StatelessSession session) {
    String sql =
        "select kind, count(*), min(parked_at) from parked where state = 'parked' group by kind"
            + " union all select 'callback', count(*), min(created_at) from callback"
            + " where state = 'PARKED' having count(*) > 0 order by 1";
    return session
        .createNativeQuery(sql, Object[].class)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Waiting((String) row[0], number(row[1]), instant(row[2])))
                    .toList());
  }

  /** Where attempts failed, the last of them says when the next is made. */
  private Uni<OpsFigures> withNextAttempts(OpsFigures figures) {
    return Multi.createFrom()
        .iterable(figures.deliveries())
        .onItem()
        .transformToUniAndConcatenate(this::withNextAttempt)
        .collect()
        .asList()
        .map(
            deliveries ->
                new OpsFigures(
                    figures.at(),
                    figures.open(),
                    figures.flow(),
                    figures.stages(),
                    figures.steps(),
                    figures.overdue(),
                    deliveries,
                    figures.parked()));
  }

  private Uni<Delivery> withNextAttempt(Delivery delivery) {
    if (!delivery.delivery().equals("RETRYING")) {
      return Uni.createFrom().item(delivery);
    }
    String sql =
        "select cast(id as varchar) from referral where closed_at is null and delivered_at is null"
            + " and delivery = 'RETRYING' and program = :program order by accepted_at limit 1";
    return transactions
        .read(
            session ->
                session
                    .createNativeQuery(sql, String.class)
                    .setParameter("program", delivery.program())
                    .getSingleResultOrNull())
        .chain(id -> id == null ? Uni.createFrom().nullItem() : nextAttempt(id))
        .map(
            next ->
                new Delivery(
                    delivery.program(),
                    delivery.delivery(),
                    delivery.count(),
                    delivery.oldest(),
                    next));
  }

  private Uni<Instant> nextAttempt(String referralId) {
    return record
        .history(referralId)
        .map(
            history ->
                history.reversed().stream()
                    .map(facts -> facts.decision().claim().attempt())
                    .filter(java.util.Objects::nonNull)
                    .map(Attempt::nextAt)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null));
  }

  private static Uni<List<Object[]>> rows(StatelessSession session, String sql, OpsQuery query) {
    return bound(session, sql, query).getResultList();
  }

  private static SelectionQuery<Object[]> bound(
      StatelessSession session, String sql, OpsQuery query) {
    return session
        .createNativeQuery(sql, Object[].class)
        .setParameter("useCase", query.useCase())
        .setParameter("initiator", query.initiator())
        .setParameter("program", query.program());
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static Instant instant(Object value) {
    return switch (value) {
      case Instant at -> at;
      case java.time.OffsetDateTime at -> at.toInstant();
      case null -> null;
      default -> throw new IllegalStateException("not a time: " + value.getClass());
    };
  }
}
