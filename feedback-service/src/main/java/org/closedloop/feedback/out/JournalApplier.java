package org.closedloop.feedback.out;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.CodecException;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.feedback.core.Aftermath;
import org.closedloop.feedback.core.OlderEntries;
import org.closedloop.feedback.core.Referral;

/**
 * Applies entries of the journal to an empty record: what was decided is taken over, nothing is
 * decided again, and nothing is left to be sent.
 */
final class JournalApplier {

  private static final int COMMIT_EACH = 200;

  private final Connection connection;
  private final JdbcRows rows;
  private final RebuildProgress progress;
  private int uncommitted;

  /**
   * Writes to a database.
   *
   * @param connection without auto-commit
   */
  JournalApplier(Connection connection, RebuildProgress progress) {
    this.connection = connection;
    this.rows = new JdbcRows(connection);
    this.progress = progress;
  }

  /** Applies one entry; one that was applied before, or cannot be read, is only counted. */
  void apply(byte[] value) throws SQLException {
    progress.entry();
    try {
      Envelope envelope = EnvelopeCodec.open(value);
      Decision decision = envelope.facts(Decision.class);
      if (decision.claim() == null || decision.eventId() == null) {
        progress.unreadable();
      } else if (known(decision)) {
        progress.again();
      } else {
        apply(OlderEntries.completed(decision), envelope.payload());
      }
    } catch (CodecException e) {
      progress.unreadable();
    }
  }

  /** Makes all that was applied last. */
  void finish() throws SQLException {
    connection.commit();
  }

  private boolean known(Decision decision) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from event where id = ?")) {
      query.setObject(1, UUID.fromString(decision.eventId()));
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private void apply(Decision decision, byte[] message) throws SQLException {
    Optional<ReferralRow> row =
        decision.sequence() == 0
            ? Optional.empty()
            : rows.find(ReferralRow.class, UUID.fromString(decision.referralId()));
    long expected = row.map(found -> found.sequence + 1).orElse(1L);
    if (decision.sequence() != 0 && decision.sequence() != expected) {
      progress.differs("journal", decision.referralId(), "sequence-" + decision.sequence());
      return;
    }
    write(decision, message, row);
    if (++uncommitted == COMMIT_EACH) {
      uncommitted = 0;
      connection.commit();
    }
  }

  private void write(Decision decision, byte[] message, Optional<ReferralRow> row)
      throws SQLException {
    RecordRows written = new RecordRows(decision);
    boolean hasMessage = message.length > 0;
    Referral after = Aftermath.of(decision, row.map(ReferralRow::referral)).orElse(null);
    List<Object> rest = written.rest(after, hasMessage, () -> document(message), null);
    if (hasMessage) {
      rows.insert(written.payload(message));
    }
    if (after != null) {
      referral(after, row, written.payloadId());
    }
    for (Object one : rest) {
      rows.insert(told(one));
    }
  }

  private void referral(Referral after, Optional<ReferralRow> row, UUID payloadId)
      throws SQLException {
    if (row.isEmpty()) {
      rows.insert(ReferralRow.open(after, payloadId));
    } else {
      row.get().become(after);
      rows.update(row.get());
    }
  }

  private static byte[] document(byte[] message) {
    return HubMessages.feedbackDocument(message).orElseThrow();
  }

  /** Nobody shall ever find something to publish here. */
  private static Object told(Object row) {
    if (row instanceof EventRow event) {
      event.publishedAt = event.decidedAt;
    }
    return row;
  }
}
