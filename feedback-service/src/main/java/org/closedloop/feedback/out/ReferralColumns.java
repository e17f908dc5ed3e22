package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Locks, reads and writes referrals, several with one statement. */
final class ReferralColumns {

  private static final String COLUMNS =
      "id, initiator, program, use_case, service_system, service_assigner, service_value,"
          + " task_system, task_assigner, task_value, service_key, consent_given, consent_until,"
          + " submission_claim, fingerprint, request_payload, status, business_status,"
          + " status_reason, delivery, sequence, feedback_bundle, accepted_at, recorded_at,"
          + " routed_at, delivered_at, responded_at, closed_at, last_modified, check_at,"
          + " patient_keys";

  /** In the order of their ids, as everybody locks several. */
  private static final String LOCK =
      "select " + COLUMNS + ", overdue from referral where id = any($1) order by id for update";

  /** There are no arrays of arrays of different lengths: patients' keys come as texts. */
  static final String INSERT =
      "insert into referral ("
          + COLUMNS
          + ") select "
          + COLUMNS
          + "::varchar[] from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[],"
          + " $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],"
          + " $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::uuid[],"
          + " $17::text[], $18::text[], $19::bytea[], $20::text[], $21::bigint[], $22::uuid[],"
          + " $23::timestamptz[], $24::timestamptz[], $25::timestamptz[], $26::timestamptz[],"
          + " $27::timestamptz[], $28::timestamptz[], $29::timestamptz[], $30::timestamptz[],"
          + " $31::text[]) as n ("
          + COLUMNS
          + ")";

  /** What decisions change; the rest of a row stays as it was opened. */
  private static final String UPDATE =
      "update referral r set status = n.status, business_status = n.business_status,"
          + " status_reason = n.status_reason, delivery = n.delivery, sequence = n.sequence,"
          + " feedback_bundle = n.feedback_bundle, routed_at = n.routed_at,"
          + " delivered_at = n.delivered_at, responded_at = n.responded_at,"
          + " closed_at = n.closed_at, last_modified = n.last_modified, check_at = n.check_at"
          + " from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[],"
          + " $6::bigint[], $7::uuid[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[],"
          + " $11::timestamptz[], $12::timestamptz[], $13::timestamptz[]) as n (id, status,"
          + " business_status, status_reason, delivery, sequence, feedback_bundle, routed_at,"
          + " delivered_at, responded_at, closed_at, last_modified, check_at) where r.id = n.id";

  private ReferralColumns() {}

  /** Locks those that are there until the transaction ends. */
  static Future<List<ReferralRow>> lock(Sql sql, Collection<UUID> ids) {
    return sql.run(LOCK, Tuple.of(ids.toArray(UUID[]::new))).map(ReferralColumns::rows);
  }

  private static List<ReferralRow> rows(RowSet<Row> found) {
    return found.stream().map(row -> new Reading(row).row()).toList();
  }

  /** Writes new ones. */
  static Future<?> insert(Sql sql, List<ReferralRow> rows) {
    return sql.run(
        INSERT,
        Tuple.of(
            Sql.ids(rows, row -> row.id),
            Sql.texts(rows, row -> row.initiator),
            Sql.texts(rows, row -> row.program),
            Sql.texts(rows, row -> row.useCase),
            Sql.texts(rows, row -> row.serviceSystem),
            Sql.texts(rows, row -> row.serviceAssigner),
            Sql.texts(rows, row -> row.serviceValue),
            Sql.texts(rows, row -> row.taskSystem),
            Sql.texts(rows, row -> row.taskAssigner),
            Sql.texts(rows, row -> row.taskValue),
            Sql.texts(rows, row -> row.serviceKey),
            Sql.times(rows, row -> row.consentGiven),
            Sql.times(rows, row -> row.consentUntil),
            Sql.texts(rows, row -> row.submissionClaim),
            Sql.texts(rows, row -> row.fingerprint),
            Sql.ids(rows, row -> row.requestPayload),
            Sql.texts(rows, row -> row.status),
            Sql.texts(rows, row -> row.businessStatus),
            reasons(rows),
            Sql.texts(rows, row -> row.delivery),
            Sql.column(rows, row -> row.sequence, Long[]::new),
            Sql.ids(rows, row -> row.feedbackBundle),
            Sql.times(rows, row -> row.acceptedAt),
            Sql.times(rows, row -> row.recordedAt),
            Sql.times(rows, row -> row.routedAt),
            Sql.times(rows, row -> row.deliveredAt),
            Sql.times(rows, row -> row.respondedAt),
            Sql.times(rows, row -> row.closedAt),
            Sql.times(rows, row -> row.lastModified),
            Sql.times(rows, row -> row.checkAt),
            Sql.texts(rows, row -> literal(row.patientKeys))));
  }

  /** Writes what decisions changed of those that were there. */
  static Future<?> update(Sql sql, List<ReferralRow> rows) {
    return sql.run(
        UPDATE,
        Tuple.of(
            Sql.ids(rows, row -> row.id),
            Sql.texts(rows, row -> row.status),
            Sql.texts(rows, row -> row.businessStatus),
            reasons(rows),
            Sql.texts(rows, row -> row.delivery),
            Sql.column(rows, row -> row.sequence, Long[]::new),
            Sql.ids(rows, row -> row.feedbackBundle),
            Sql.times(rows, row -> row.routedAt),
            Sql.times(rows, row -> row.deliveredAt),
            Sql.times(rows, row -> row.respondedAt),
            Sql.times(rows, row -> row.closedAt),
            Sql.times(rows, row -> row.lastModified),
            Sql.times(rows, row -> row.checkAt)));
  }

  private static Buffer[] reasons(List<ReferralRow> rows) {
    return Sql.column(
        rows,
        row -> row.statusReason == null ? null : Buffer.buffer(row.statusReason),
        Buffer[]::new);
  }

  /** An array as PostgreSQL writes it. */
  static String literal(String[] values) {
    return Arrays.stream(values)
        .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Reads a row column by column. */
  private static final class Reading {

    private final Row row;
    private int column;

    Reading(Row row) {
      this.row = row;
    }

    ReferralRow row() {
      ReferralRow read = new ReferralRow();
      opened(read);
      read.status = text();
      read.businessStatus = text();
      read.statusReason = bytes();
      read.delivery = text();
      read.sequence = row.getLong(column++);
      read.feedbackBundle = id();
      read.acceptedAt = time();
      read.recordedAt = time();
      read.routedAt = time();
      read.deliveredAt = time();
      read.respondedAt = time();
      read.closedAt = time();
      read.lastModified = time();
      read.checkAt = time();
      read.patientKeys = row.getArrayOfStrings(column++);
      read.overdue = row.getBoolean(column++);
      return read;
    }

    private void opened(ReferralRow read) {
      read.id = id();
      read.initiator = text();
      read.program = text();
      read.useCase = text();
      read.serviceSystem = text();
      read.serviceAssigner = text();
      read.serviceValue = text();
      read.taskSystem = text();
      read.taskAssigner = text();
      read.taskValue = text();
      read.serviceKey = text();
      read.consentGiven = time();
      read.consentUntil = time();
      read.submissionClaim = text();
      read.fingerprint = text();
      read.requestPayload = id();
    }

    private UUID id() {
      return row.getUUID(column++);
    }

    private String text() {
      return row.getString(column++);
    }

    private byte[] bytes() {
      Buffer value = row.getBuffer(column++);
      return value == null ? null : value.getBytes();
    }

    private Instant time() {
      return Sql.instant(row.getOffsetDateTime(column++));
    }
  }
}
