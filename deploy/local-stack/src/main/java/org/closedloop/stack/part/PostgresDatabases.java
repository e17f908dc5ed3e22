package org.closedloop.stack.part;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.closedloop.stack.check.PortCheck;
import org.closedloop.stack.process.StackFailure;

/** The databases on the local server. */
final class PostgresDatabases {

  private static final String MAINTENANCE = "postgres";

  private final StackSettings settings;
  private final int port;

  PostgresDatabases(StackSettings settings, int port) {
    this.settings = settings;
    this.port = port;
  }

  /** Whether the server takes connections; while it recovers from a crash it does not. */
  boolean answer() {
    if (!PortCheck.open(port)) {
      return false;
    }
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Creates the databases that are not there; their tables are the services' business. */
  void createMissing(List<String> names) {
    try (Connection connection = connect()) {
      for (String name : names) {
        if (!exists(connection, name)) {
          create(connection, name);
        }
      }
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL did not do what it was asked: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    String query = "select 1 from pg_database where datname = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private static void create(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create database \"" + name + "\"");
    }
  }

  private Connection connect() throws SQLException {
    Properties how = new Properties();
    how.setProperty("user", PostgresPart.USER);
    how.setProperty("password", PostgresPart.PASSWORD);
    how.setProperty("connectTimeout", "2");
    how.setProperty("socketTimeout", "30");
    return DriverManager.getConnection("jdbc:" + PostgresPart.url(settings, MAINTENANCE), how);
  }
}
