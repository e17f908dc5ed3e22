package org.closedloop.feedback.in;

import io.vertx.pgclient.PgException;
import java.util.Set;
import org.hibernate.JDBCException;

/** Tells a lost race from a broken database, by PostgreSQL's error code (appendix A). */
final class Races {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK = "40P01";
  private static final Set<String> LOST = Set.of(UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK);

  private Races() {}

  static boolean lost(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (LOST.contains(state(e))) {
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
