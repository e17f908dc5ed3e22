package org.closedloop.acceptance.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.PostgresPart;
import org.closedloop.stack.process.StackFailure;

/**
 * Puts open referrals into both databases, as many as hospitals and programs would have together:
 * ten thousand of one hospital and program, and as many of each of others. They are rows like those
 * of a referral that stands on record, in all states, without messages of their own.
 */
final class FilledRecord {

  private static final int OF_ONE_PROGRAM = 10_000;

  private static final String STATES =
      "(array['received', 'accepted', 'in-progress', 'in-progress'])[n %% 4 + 1],"
          + " (array['2.0', '3.0', '5.1.1', '5.2'])[n %% 4 + 1]";

  private static final String WHOSE =
      "case when n <= %1$d then '%2$s' else 'hospital-' || n / %1$d end,"
          + " case when n <= %1$d then '%3$s' else 'program-' || n / %1$d end,"
          + " (array['hypertension', 'arthritis', 'obesity'])[n %% 3 + 1], 'F-' || n";

  private static final String TASKS =
      "insert into task_view (referral_id, initiator, program, use_case, service_value, status,"
          + " business_status, authored_on, sequence, delivery, last_modified, moved)"
          + " select 'f' || n, "
          + WHOSE
          + ", "
          + STATES
          + ", now() - make_interval(hours => n %% 900), 3, 'DELIVERED', now(), 2"
          + " from generate_series(%4$d, %5$d) n";

  /** Names are read from the packages of a page, so those of the one program have one. */
  private static final String PACKAGES =
      "insert into delivery (id, referral_id, sequence, program, is_referral, payload, state)"
          + " select 'f' || n, 'f' || n, 1,"
          + " case when n <= %1$d then '%3$s' else 'program-' || n / %1$d end, true,"
          + " case when n <= %1$d then (select payload from delivery where referral_id = '%6$s'"
          + " and is_referral) else '' end, 'delivered' from generate_series(%4$d, %5$d) n";

  private static final String REFERRALS =
      "insert into referral (id, initiator, program, use_case, service_value, service_key,"
          + " patient_keys, submission_claim, fingerprint, request_payload, status,"
          + " business_status, delivery, sequence, accepted_at, recorded_at, routed_at,"
          + " delivered_at, last_modified, overdue)"
          + " select gen_random_uuid(), "
          + WHOSE
          + ", 'fill|' || n, '{}', 'c', 'f',"
          + " (select request_payload from referral where id = '%6$s'), "
          + STATES
          + ", 'DELIVERED', 4, at, at, at, at + interval '1 second', now(), n %% 40 = 0"
          + " from (select n, now() - make_interval(mins => n %% 9000) as at"
          + " from generate_series(%4$d, %5$d) n) as rows";

  private final LocalStack stack;
  private final String hospital;
  private final String program;
  private final String like;
  private int filled;

  /**
   * @param like id of a real referral between the two
   */
  FilledRecord(LocalStack stack, String hospital, String program, String like) {
    this.stack = stack;
    this.hospital = hospital;
    this.program = program;
    this.like = like;
  }

  /** Adds what is missing to a number. */
  void upTo(int rows) {
    if (rows > filled) {
      run("adapter", sql(TASKS, rows), sql(PACKAGES, rows), "analyze task_view, delivery");
      run("feedback", sql(REFERRALS, rows), "analyze referral");
      filled = rows;
    }
  }

  private String sql(String form, int rows) {
    return String.format(form, OF_ONE_PROGRAM, hospital, program, filled + 1, rows, like);
  }

  private void run(String database, String... statements) {
    try (Connection connection =
            DriverManager.getConnection(
                stack.jdbcUrl(database), PostgresPart.USER, PostgresPart.PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL does not take rows: " + e.getMessage(), e);
    }
  }
}
