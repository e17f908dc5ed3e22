package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.feedback.core.FeedbackWay;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Collects the rows of rulings and writes all of them, table by table in the order their references
 * need, each table's in one go.
 */
final class RulingWriter {

  private static final List<Class<?>> TABLES =
      List.of(
          PayloadRow.class,
          ReferralRow.class,
          EventRow.class,
          ClaimRow.class,
          IdentityRow.class,
          DocumentRow.class,
          RevocationRow.class,
          CallbackRow.class);

  private final StatelessSession session;
  private final List<Object> added = new ArrayList<>();
  private final List<ReferralRow> changed = new ArrayList<>();
  private final List<Followed> followed = new ArrayList<>();
  private final Map<UUID, byte[]> messages = new HashMap<>();

  RulingWriter(StatelessSession session) {
    this.session = session;
  }

  /** Remembers a repetition under its own claim id, and identities it adds. */
  void add(Said said, Ruling.Repeated repeated) {
    if (repeated.underNewId()) {
      added.addAll(
          new RecordRows(repeated.decision()).rest(null, false, () -> document(said), null));
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
    message.ifPresent(
        bytes -> {
          added.add(rows.payload(bytes));
          messages.put(rows.payloadId(), bytes);
        });
    referral(found, decided, rows.payloadId());
    String topic = way instanceof FeedbackWay.Topic(String name) ? name : null;
    added.addAll(rows.rest(decided.after(), message.isPresent(), () -> document(said), topic));
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

  /** The messages among what was added, by the id of their payload. */
  Map<UUID, byte[]> messages() {
    return messages;
  }

  /** Writes what was added. */
  Uni<Void> write() {
    added.sort(Comparator.comparingInt(row -> TABLES.indexOf(row.getClass())));
    Uni<Void> all = added.isEmpty() ? nothing() : session.insertMultiple(added);
    if (!changed.isEmpty()) {
      all = all.chain(() -> session.updateMultiple(changed));
    }
    for (Followed one : followed) {
      all = all.chain(() -> new ParkedDeliveries(session).follow(one.decision(), one.before()));
    }
    return all;
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  /** A decision and the referral before it. */
  private record Followed(Decision decision, Optional<Referral> before) {}
}
