package org.closedloop.feedback.out;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The record once more from the journal alone, in a database of its own, and both compared. Works
 * while the service does: with connections and a thread of its own, without any producer. What was
 * changed after it began is left out.
 */
@ApplicationScoped
public class Rebuild {

  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final String ONLY_ONE = "select pg_advisory_lock(hashtextextended('rebuild', 0))";

  private final JournalReader journal;
  private final RebuiltDatabase database;
  private final Clock clock;
  private RebuildProgress current;

  Rebuild(JournalReader journal, RebuiltDatabase database, Clock clock) {
    this.journal = journal;
    this.database = database;
    this.clock = clock;
  }

  /** Begins one, unless one is at work; then that one is reported. */
  public synchronized RebuildReport start() {
    if (current == null || !current.report().running()) {
      RebuildProgress progress = new RebuildProgress(clock.instant());
      current = progress;
      Thread.ofPlatform().daemon().name("rebuild").start(() -> run(progress));
    }
    return current.report();
  }

  /** How far the last one has come; empty when there was none since the start of the service. */
  public synchronized Optional<RebuildReport> report() {
    return Optional.ofNullable(current).map(RebuildProgress::report);
  }

  private void run(RebuildProgress progress) {
    LOG.infof("rebuild began");
    try (Connection live = database.live()) {
      execute(live, ONLY_ONE);
      Map<TopicPartition, Long> ends = journal.ends();
      snapshot(live);
      database.create();
      try (Connection rebuilt = database.rebuilt()) {
        rebuilt.setAutoCommit(false);
        JournalApplier applier = new JournalApplier(rebuilt, progress);
        journal.read(ends, applier::apply);
        applier.finish();
        new RecordComparison(live, rebuilt, progress).compareAll();
      }
      progress.done(clock.instant());
    } catch (SQLException | RuntimeException e) {
      progress.failed(clock.instant(), e.getClass().getSimpleName());
      LOG.errorf("rebuild failed error=%s at=%s", e.getClass().getName(), place(e));
    }
    LOG.infof("rebuild ended equal=%s", progress.report().equal());
  }

  /**
   * All that is in the journal by now is committed, so the record from here on has it; later
   * changes are not seen.
   */
  private static void snapshot(Connection live) throws SQLException {
    live.setAutoCommit(false);
    live.setReadOnly(true);
    live.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    execute(live, "set local idle_in_transaction_session_timeout = 0");
    execute(live, "select count(*) from claim where false");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String place(Exception e) {
    return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
  }
}
