package org.closedloop.adapter.out;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.adapter.core.portal.Show;
import org.closedloop.adapter.core.portal.Worklist.Query;
import org.closedloop.adapter.core.portal.WorklistPage;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.hibernate.reactive.mutiny.Mutiny;

/** A program's worklist for people: filtered, counted, a page at a time, the overdue first. */
@ApplicationScoped
public class WorklistQueries {

  private static final String OPEN = "it.status not in ('rejected', 'cancelled', 'completed')";
  private static final String LATE =
      "it.authored_on < case when it.status = 'received' then at.answer else at.outcome end";

  /** By filter; all but the last within what is open. */
  private static final Map<Show, String> CONDITIONS =
      Map.of(
          Show.OPEN, "true",
          Show.NEW, "it.status = 'received'",
          Show.WAITING, "it.business_status <> '5.1.1'",
          Show.SCHEDULED, "it.business_status = '5.1.1'",
          Show.OVERDUE, "coalesce(" + LATE + ", false)");

  private final Db db;
  private final PatientNames names;
  private final UseCaseCatalog catalog;
  private final Clock clock;

  WorklistQueries(Db db, PatientNames names, UseCaseCatalog catalog, Clock clock) {
    this.db = db;
    this.names = names;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** A page of what is asked for, and how many each filter holds. */
  public Uni<WorklistPage> page(String program, Query query) {
    return db.inTransaction(
            session ->
                ids(session, program, query)
                    .chain(
                        found ->
                            tasks(session, found.stream().map(Line::id).toList())
                                .chain(
                                    tasks ->
                                        counts(session, program)
                                            .map(counts -> page(found, tasks, counts)))))
        .chain(page -> named(program, page));
  }

  private Uni<WorklistPage> named(String program, WorklistPage page) {
    List<String> ids = page.tasks().stream().map(TaskRecord::referralId).toList();
    return names
        .of(program, ids)
        .map(known -> new WorklistPage(page.tasks(), page.late(), known, page.counts()));
  }

  private record Line(String id, boolean late) {}

  private Uni<List<Line>> ids(Mutiny.Session session, String program, Query query) {
    String sql =
        "select it.referral_id as id, coalesce("
            + LATE
            + " and "
            + OPEN
            + ", false) as late"
            + from()
            + " where it.program = :program and "
            + condition(query)
            + order(query)
            + " limit "
            + WorklistPage.SIZE
            + " offset "
            + query.page() * WorklistPage.SIZE;
    Mutiny.SelectionQuery<Tuple> asked =
        session.createNativeQuery(sql, Tuple.class).setParameter("program", program);
    if (query.searching()) {
      asked.setParameter("wanted", query.search());
    }
    return asked
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Line(row.get("id", String.class), row.get("late", Boolean.class)))
                    .toList());
  }

  private static String condition(Query query) {
    if (query.searching()) {
      return "(it.referral_id = :wanted or it.service_value = :wanted or it.task_value = :wanted)";
    }
    return query.show() == Show.CLOSED
        ? "not (" + OPEN + ")"
        : OPEN + " and " + CONDITIONS.get(query.show());
  }

  private static String order(Query query) {
    return query.show() == Show.CLOSED || query.searching()
        ? " order by it.last_modified desc, it.referral_id"
        : " order by late desc, it.authored_on, it.referral_id";
  }

  /** Since when a referral is overdue without an answer, or without an outcome, by use case. */
  private String from() {
    Instant now = clock.instant();
    String limits =
        catalog.all().stream().map(one -> limits(one, now)).collect(Collectors.joining(", "));
    return " from task_view it left join (values "
        + limits
        + ") as at (use_case, answer, outcome) on at.use_case = it.use_case";
  }

  /** Names of use cases and times are the hub's own, so they can stand in the statement. */
  private static String limits(UseCase useCase, Instant now) {
    return "('%s', timestamptz '%s', timestamptz '%s')"
        .formatted(
            useCase.name(),
            now.minus(useCase.respondWithin()),
            now.minus(useCase.completeWithin()));
  }

  private static Uni<List<TaskRecord>> tasks(Mutiny.Session session, List<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery("from TaskRow where referralId in :ids", TaskRow.class)
        .setParameter("ids", ids)
        .getResultList()
        .map(
            rows -> {
              Map<String, TaskRecord> byId =
                  rows.stream().collect(toMap(TaskRow::referralId, TaskRow::record));
              return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
            });
  }

  private Uni<Map<Show, Long>> counts(Mutiny.Session session, String program) {
    String columns =
        CONDITIONS.entrySet().stream()
            .map(one -> "count(*) filter (where " + one.getValue() + ") as " + one.getKey())
            .collect(Collectors.joining(", "));
    String closed =
        "(select count(*) from (select 1 from task_view it where it.program = :program and not ("
            + OPEN
            + ") limit "
            + WorklistPage.CLOSED_AT_MOST
            + ") few) as "
            + Show.CLOSED;
    return session
        .createNativeQuery(
            "select "
                + columns
                + ", "
                + closed
                + from()
                + " where it.program = :program and "
                + OPEN,
            Tuple.class)
        .setParameter("program", program)
        .getSingleResult()
        .map(WorklistQueries::counts);
  }

  private static Map<Show, Long> counts(Tuple row) {
    Map<Show, Long> counts = new EnumMap<>(Show.class);
    for (Show show : Show.values()) {
      counts.put(
          show, row.get(show.name().toLowerCase(java.util.Locale.ROOT), Number.class).longValue());
    }
    return counts;
  }

  private static WorklistPage page(
      List<Line> found, List<TaskRecord> tasks, Map<Show, Long> counts) {
    List<String> late = found.stream().filter(Line::late).map(Line::id).toList();
    return new WorklistPage(tasks, late, Map.of(), counts);
  }
}
