package org.closedloop.feedback.out;

import io.vertx.pgclient.PgException;
import org.hibernate.JDBCException;

/**
 * Tells what the database will never take from a database that is broken, by PostgreSQL's error
 * code (appendix A). A duplicate is neither: it is a lost race.
 */
final class BadData {

  private static final String DATA_EXCEPTION = "22";
  private static final String INTEGRITY = "23";
  private static final String UNIQUE_VIOLATION = "23505";

  private BadData() {}

  static boolean is(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      String state = state(e);
      if (state.startsWith(DATA_EXCEPTION)
          || state.startsWith(INTEGRITY) && !state.equals(UNIQUE_VIOLATION)) {
        return true;
      }
    }
    return false;
  }

  private static String state(Throwable e) {
    return switch (e) {
      case JDBCException hibernate -> String.valueOf(hibernate.getSQLState());
      case PgException driver -> String.valueOf(driver.getSqlState());
      default -> "";
    };
  }
}
