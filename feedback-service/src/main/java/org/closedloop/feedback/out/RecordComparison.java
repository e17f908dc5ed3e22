package org.closedloop.feedback.out;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Compares two records table by table, row by row, in order of the keys. */
final class RecordComparison {

  private static final int FETCH = 200;

  /** Clocks of two instances may differ by this. */
  private static final Duration SKEW = Duration.ofSeconds(1);

  private final Connection live;
  private final Connection rebuilt;
  private final RebuildProgress progress;

  /** Both connections without auto-commit, so that rows come in portions. */
  RecordComparison(Connection live, Connection rebuilt, RebuildProgress progress) {
    this.live = live;
    this.rebuilt = rebuilt;
    this.progress = progress;
  }

  void compareAll() throws SQLException {
    for (ComparedTable table : ComparedTables.ALL) {
      try (PreparedStatement left = live.prepareStatement(table.rows());
          PreparedStatement right = rebuilt.prepareStatement(table.rows())) {
        left.setFetchSize(FETCH);
        right.setFetchSize(FETCH);
        try (ResultSet ours = left.executeQuery();
            ResultSet theirs = right.executeQuery()) {
          new Pass(table, ours, theirs).run();
        }
      }
    }
  }

  /** One table. */
  private final class Pass {

    private final ComparedTable table;
    private final ResultSet ours;
    private final ResultSet theirs;
    private final long before = progress.differences();
    private long inLive;
    private long inRebuilt;
    private long compared;
    private long later;

    Pass(ComparedTable table, ResultSet ours, ResultSet theirs) {
      this.table = table;
      this.ours = ours;
      this.theirs = theirs;
    }

    void run() throws SQLException {
      boolean left = nextOfLive();
      boolean right = nextOfRebuilt();
      while (left || right) {
        int order = !left ? 1 : !right ? -1 : compare(key(ours), key(theirs));
        if (order == 0) {
          both();
        } else if (order < 0) {
          onlyInLive();
        } else {
          differs(theirs, "not-in-record");
        }
        left = order <= 0 ? nextOfLive() : left;
        right = order >= 0 ? nextOfRebuilt() : right;
      }
      progress.table(
          new RebuildReport.Table(
              table.name(), inLive, inRebuilt, compared, later, progress.differences() - before));
    }

    private boolean nextOfLive() throws SQLException {
      boolean there = ours.next();
      inLive += there ? 1 : 0;
      return there;
    }

    private boolean nextOfRebuilt() throws SQLException {
      boolean there = theirs.next();
      inRebuilt += there ? 1 : 0;
      return there;
    }

    private void both() throws SQLException {
      if (table.name().equals("referral")
          && ours.getLong("sequence") > theirs.getLong("sequence")) {
        later++;
        return;
      }
      compared++;
      List<String> columns = differing();
      if (!columns.isEmpty()) {
        differs(ours, String.join(",", columns));
      }
    }

    private void onlyInLive() throws SQLException {
      if (isLater()) {
        later++;
      } else {
        differs(ours, "not-in-journal");
      }
    }

    private boolean isLater() throws SQLException {
      try (PreparedStatement query = live.prepareStatement(table.later())) {
        query.setObject(1, progress.startedAt().minus(SKEW).atOffset(ZoneOffset.UTC));
        query.setString(2, key(ours));
        try (ResultSet found = query.executeQuery()) {
          return found.next() && found.getBoolean(1);
        }
      }
    }

    private List<String> differing() throws SQLException {
      List<String> columns = new ArrayList<>();
      for (int i = 2; i <= ours.getMetaData().getColumnCount(); i++) {
        String column = ours.getMetaData().getColumnName(i);
        if (!table.skipped().contains(column)
            && !Objects.equals(content(ours, column), content(theirs, column))) {
          columns.add(column);
        }
      }
      return columns;
    }

    private Object content(ResultSet row, String column) throws SQLException {
      Object value = row.getObject(column);
      Function<Object, Object> open = table.opened().getOrDefault(column, UnaryOperator.identity());
      return switch (value) {
        case null -> null;
        case Array array -> Arrays.asList((Object[]) array.getArray());
        default -> open.apply(value);
      };
    }

    private void differs(ResultSet row, String what) throws SQLException {
      progress.differs(table.name(), row.getString(table.shown()), what);
    }
  }

  private static String key(ResultSet row) throws SQLException {
    return row.getString("row_key");
  }

  /** As collation "C" orders. */
  private static int compare(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
