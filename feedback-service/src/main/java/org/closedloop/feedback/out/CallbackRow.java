package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.CallbackFate;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** A message waiting to be told to an initiator; its id is the stable X-Request-ID. */
@Entity
@Table(name = "callback")
class CallbackRow {

  static final String OPEN = "OPEN";
  static final String DONE = "DONE";
  static final String PARKED = "PARKED";
  static final String DISCARDED = "DISCARDED";

  private static final String COLUMNS =
      "id, referral_id, sequence, party, channel, payload_id, state, attempts, tries,"
          + " first_tried_at, leased_until, done_at, last_error, parked_word";

  /** When it is due is said by the database's clock, which all who look for it go by. */
  private static final String INSERT =
      "insert into callback (next_at, "
          + COLUMNS
          + ") select clock_timestamp() + pause * interval '1 millisecond', "
          + COLUMNS
          + " from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::varchar[],"
          + " $5::varchar[], $6::uuid[], $7::varchar[], $8::int[], $9::int[], $10::timestamptz[],"
          + " $11::timestamptz[], $12::timestamptz[], $13::varchar[], $14::varchar[],"
          + " $15::bigint[]) as added ("
          + COLUMNS
          + ", pause)";

  @Id UUID id;
  UUID referralId;
  long sequence;
  String party;
  String channel;
  UUID payloadId;
  String state;
  int attempts;
  int tries;
  Instant firstTriedAt;
  Instant nextAt;
  Instant leasedUntil;
  Instant doneAt;
  String lastError;
  String parkedWord;

  /** How long after it is written a new one is due. */
  @Transient Duration pause = Duration.ZERO;

  @Column(insertable = false, updatable = false)
  Instant createdAt;

  @Column(insertable = false, updatable = false)
  boolean watched;

  /** A push that is due at once. */
  static CallbackRow of(Decision decision, String party, UUID payloadId) {
    return of(decision, party, payloadId, CallbackChannel.PUSH);
  }

  static CallbackRow of(Decision decision, String party, UUID payloadId, CallbackChannel channel) {
    CallbackRow row = new CallbackRow();
    row.id = UUID.fromString(ReferralId.derive("callback|" + decision.eventId()));
    row.referralId = UUID.fromString(decision.referralId());
    row.sequence = decision.sequence();
    row.party = party;
    row.channel = channel.name();
    row.payloadId = payloadId;
    row.state = OPEN;
    return row;
  }

  /** Writes several. */
  static Future<?> insert(Sql sql, List<CallbackRow> rows) {
    return sql.run(
        INSERT,
        Tuple.of(
            Sql.ids(rows, row -> row.id),
            Sql.ids(rows, row -> row.referralId),
            Sql.column(rows, row -> row.sequence, Long[]::new),
            Sql.texts(rows, row -> row.party),
            Sql.texts(rows, row -> row.channel),
            Sql.ids(rows, row -> row.payloadId),
            Sql.texts(rows, row -> row.state),
            Sql.column(rows, row -> row.attempts, Integer[]::new),
            Sql.column(rows, row -> row.tries, Integer[]::new),
            Sql.times(rows, row -> row.firstTriedAt),
            Sql.times(rows, row -> row.leasedUntil),
            Sql.times(rows, row -> row.doneAt),
            Sql.texts(rows, row -> row.lastError),
            Sql.texts(rows, row -> row.parkedWord),
            Sql.column(rows, row -> row.pause.toMillis(), Long[]::new)));
  }

  /** Writes one. */
  Uni<Void> insert(StatelessSession session) {
    return DatabaseClock.now(session)
        .invoke(now -> nextAt = now.plus(pause))
        .chain(() -> session.insert(this));
  }

  /** Begins an attempt; nobody else takes it while the lease lasts. */
  void lease(Instant now, Duration howLong) {
    leasedUntil = now.plus(howLong);
    attempts++;
    tries++;
    if (firstTriedAt == null) {
      firstTriedAt = now;
    }
  }

  /**
   * Takes over what became of an attempt. What is done stays done, and an attempt whose lease went
   * to somebody else meanwhile counts only if it got through.
   *
   * @param attempt number of the attempt
   */
  void settle(int attempt, CallbackFate fate, Instant now) {
    boolean mine = state.equals(OPEN) && attempts == attempt;
    switch (fate) {
      case CallbackFate.Done done when !state.equals(DONE) -> end(DONE, now);
      case CallbackFate.Parked(String word, String error) when mine -> {
        lastError = error;
        parkedWord = word;
        end(PARKED, now);
      }
      case CallbackFate.Again(String error, Duration howLong) when mine -> {
        lastError = error;
        pause = howLong;
        nextAt = now.plus(howLong);
        leasedUntil = null;
      }
      default -> {}
    }
  }

  private void end(String endState, Instant now) {
    state = endState;
    leasedUntil = null;
    doneAt = now;
  }
}
