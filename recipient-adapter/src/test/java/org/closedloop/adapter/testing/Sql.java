package org.closedloop.adapter.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the adapter's database, and meddles with it. */
public final class Sql {

  private Sql() {}

  /** The first column of what is found, as text. */
  public static List<String> rows(DataSource database, String query, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, query, parameters);
        ResultSet found = statement.executeQuery()) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows were changed. */
  public static int change(DataSource database, String statement, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement change = prepare(connection, statement, parameters)) {
      return change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
