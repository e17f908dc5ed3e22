package org.closedloop.feedback.out;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.closedloop.core.claim.Decision;
import org.closedloop.feedback.core.FeedbackWay;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;

/**
 * Collects the rows of rulings and writes all of them in one round trip: table by table in the
 * order their references need, with one statement a table.
 */
final class RulingWriter {

  private final Sql sql;
  private final List<Object> added = new ArrayList<>();
  private final List<ReferralRow> changed = new ArrayList<>();
  private final List<Followed> followed = new ArrayList<>();
  private final List<FreshEvent> fresh = new ArrayList<>();

  RulingWriter(Sql sql) {
    this.sql = sql;
  }

  /** Remembers a repetition under its own claim id, and identities it adds. */
  void add(Said said, Ruling.Repeated repeated) {
    if (repeated.underNewId()) {
      RecordRows rows = new RecordRows(repeated.decision());
      added.addAll(rows.rest(null, false, () -> document(said), null));
    }
  }

  /**
   * Adds a decision.
   *
   * @param message the message that goes on, if one does
   * @param way how the initiator hears of it
   */
  void add(
      Said said,
      KnownReader.Found found,
      Ruling.Decided decided,
      Optional<byte[]> message,
      FeedbackWay way) {
    RecordRows rows = new RecordRows(decided.decision());
    message.ifPresent(bytes -> added.add(rows.payload(bytes)));
    referral(found, decided, rows.payloadId());
    String topic = way instanceof FeedbackWay.Topic(String name) ? name : null;
    EventFacts facts = rows.facts(decided.after(), topic);
    FreshEvent event = FreshEvent.of(rows, facts, message);
    added.add(event.event());
    added.addAll(rows.afterEvent(() -> document(said)));
    fresh.add(event);
    if (way instanceof FeedbackWay.Push(String party)) {
      added.add(CallbackRow.of(decided.decision(), party, rows.payloadId()));
    }
    followed.add(new Followed(decided.decision(), found.known().referral()));
  }

  private void referral(KnownReader.Found found, Ruling.Decided decided, UUID payloadId) {
    if (decided.after() == null) {
      return;
    }
    if (decided.opens()) {
      added.add(ReferralRow.open(decided.after(), payloadId));
    } else {
      ReferralRow row = found.row().orElseThrow();
      row.become(decided.after());
      changed.add(row);
    }
  }

  private static byte[] document(Said said) {
    return said.document().orElseThrow();
  }

  /** The events among what was added, save those of repetitions. */
  List<FreshEvent> fresh() {
    return fresh;
  }

  /** Whether a push to an initiator is among what was added. */
  boolean pushes() {
    return added.stream().anyMatch(CallbackRow.class::isInstance);
  }

  /** Begins to write what was added; completes when all of it is written. */
  Future<Void> write() {
    List<Future<?>> all = new ArrayList<>();
    insert(PayloadRow.class, PayloadRow::insert, all);
    insert(ReferralRow.class, ReferralColumns::insert, all);
    insert(EventRow.class, EventRow::insert, all);
    insert(ClaimRow.class, ClaimRow::insert, all);
    insert(IdentityRow.class, IdentityRow::insert, all);
    insert(DocumentRow.class, DocumentRow::insert, all);
    rows(RevocationRow.class).forEach(row -> all.add(row.insert(sql)));
    insert(CallbackRow.class, CallbackRow::insert, all);
    if (!changed.isEmpty()) {
      all.add(ReferralColumns.update(sql, changed));
    }
    for (Followed one : followed) {
      all.add(new ParkedDeliveries(sql).follow(one.decision(), one.before()));
    }
    return Future.all(all).mapEmpty();
  }

  private <R> void insert(
      Class<R> type, BiFunction<Sql, List<R>, Future<?>> statement, List<Future<?>> all) {
    List<R> rows = rows(type);
    if (!rows.isEmpty()) {
      all.add(statement.apply(sql, rows));
    }
  }

  private <R> List<R> rows(Class<R> type) {
    return added.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** A decision and the referral before it. */
  private record Followed(Decision decision, Optional<Referral> before) {}
}
