package org.closedloop.acceptance.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import org.closedloop.stack.part.PostgresPart;

/** The rows of one role: as many and as large as the hub's, in two tables with a key each. */
final class FloorRows {

  private final Connection connection;
  private final FloorRole role;
  private final FloorLoad load;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final byte[] body;
  private int turn;

  private FloorRows(Connection connection, FloorRole role, FloorLoad load) throws SQLException {
    this.connection = connection;
    this.role = role;
    this.load = load;
    insert = connection.prepareStatement("insert into " + role + "_row (loop, body) values (?, ?)");
    update =
        connection.prepareStatement(
            "insert into "
                + role
                + "_state (loop, n) values (?, 1)"
                + " on conflict (loop) do update set n = "
                + role
                + "_state.n + 1");
    body = new byte[load.rowBytes().get(role.name())];
    new SplittableRandom(1).nextBytes(body);
  }

  /** Makes the tables when they are not there. */
  static FloorRows open(String url, FloorRole role, FloorLoad load) throws SQLException {
    Connection connection =
        DriverManager.getConnection(url, PostgresPart.USER, PostgresPart.PASSWORD);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists "
              + role
              + "_row (id bigserial primary key, loop text not null, body bytea not null)");
      statement.execute(
          "create index if not exists " + role + "_by_loop on " + role + "_row (loop)");
      statement.execute(
          "create table if not exists " + role + "_state (loop text primary key, n int not null)");
      // As counted bytes are what is left of them on disk.
      statement.execute("alter table " + role + "_row alter column body set storage external");
    }
    connection.commit();
    return new FloorRows(connection, role, load);
  }

  /** The rows of one record, in the transaction that is open. */
  void add(String loop) throws SQLException {
    int turns = role.writesPerLoop();
    int mine = turn++ % turns;
    for (int i = FloorLoad.share(load.inserts().get(role.name()), turns, mine); i > 0; i--) {
      insert.setString(1, loop);
      insert.setBytes(2, body);
      insert.addBatch();
    }
    for (int i = FloorLoad.share(load.updates().get(role.name()), turns, mine); i > 0; i--) {
      update.setString(1, loop);
      update.addBatch();
    }
  }

  /** Sends all and waits for the disk. */
  void commit() throws SQLException {
    insert.executeBatch();
    update.executeBatch();
    connection.commit();
  }
}
