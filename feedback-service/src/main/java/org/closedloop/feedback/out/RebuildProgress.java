package org.closedloop.feedback.out;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far a rebuild has come; written by its thread, read by whoever asks. */
final class RebuildProgress {

  private static final int DIFFERENCES_AT_MOST = 20;

  private final Instant startedAt;
  private long entries;
  private long again;
  private long unreadable;
  private long differences;
  private String state = RebuildReport.RUNNING;
  private String problem;
  private Duration took = Duration.ZERO;
  private final List<RebuildReport.Table> tables = new ArrayList<>();
  private final List<RebuildReport.Difference> first = new ArrayList<>();

  RebuildProgress(Instant startedAt) {
    this.startedAt = startedAt;
  }

  Instant startedAt() {
    return startedAt;
  }

  synchronized void entry() {
    entries++;
  }

  synchronized void again() {
    again++;
  }

  synchronized void unreadable() {
    unreadable++;
  }

  synchronized void differs(String table, String row, String what) {
    differences++;
    if (first.size() < DIFFERENCES_AT_MOST) {
      first.add(new RebuildReport.Difference(table, row, what));
    }
  }

  synchronized void table(RebuildReport.Table table) {
    tables.add(table);
  }

  synchronized void done(Instant at) {
    took = Duration.between(startedAt, at);
    state = RebuildReport.DONE;
  }

  synchronized void failed(Instant at, String why) {
    took = Duration.between(startedAt, at);
    state = RebuildReport.FAILED;
    problem = why;
  }

  synchronized long differences() {
    return differences;
  }

  synchronized RebuildReport report() {
    return new RebuildReport(
        state,
        state.equals(RebuildReport.DONE) && differences == 0,
        problem,
        startedAt,
        took.toSeconds(),
        entries,
        again,
        unreadable,
        List.copyOf(tables),
        differences,
        List.copyOf(first),
        ComparedTables.NOT_DERIVABLE);
  }
}
