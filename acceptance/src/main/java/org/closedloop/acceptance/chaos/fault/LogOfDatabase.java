package org.closedloop.acceptance.chaos.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.PostgresPart;
import org.closedloop.stack.process.Waiting;

/** PostgreSQL's write-ahead log: without room for its next file the whole server ends. */
final class LogOfDatabase {

  /** The server may have this many files in stock. */
  private static final int FILES = 16;

  private static final Duration TO_GIVE_UP = Duration.ofSeconds(5);
  private static final String NAME = "postgresql";
  private static final String NEXT_FILE =
      "select pg_logical_emit_message(true, 'chaos', 'x'), pg_switch_wal()";

  private final LocalStack stack;

  LogOfDatabase(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Has file after file begun until the server cannot any more, and waits for it to give up: it
   * first tries to recover.
   */
  void useUp() {
    nextFiles();
    Waiting.until(() -> !stack.running().contains(NAME), TO_GIVE_UP);
  }

  private void nextFiles() {
    String address = stack.jdbcUrl("postgres");
    try (Connection connection =
            DriverManager.getConnection(address, PostgresPart.USER, PostgresPart.PASSWORD);
        Statement statement = connection.createStatement()) {
      for (int file = 0; file < FILES; file++) {
        statement.execute(NEXT_FILE);
      }
    } catch (SQLException ended) {
      // That is what a full disk does to it.
    }
  }
}
