package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Plain SQL where every referral passes, on the pool that {@link Db} uses, too. Each statement is a
 * transaction of its own, so it costs one round trip; entities would cost three, and the work of
 * keeping a session.
 */
@ApplicationScoped
class Statements {

  private final Pool pool;

  Statements(Pool pool) {
    this.pool = pool;
  }

  /**
   * Runs a statement, anew with each subscription.
   *
   * @param sql with {@code $1}, {@code $2} … for its parameters
   * @return the rows it gives, when it is committed; fails when it was not, or nobody knows
   */
  Uni<RowSet<Row>> run(String sql, Tuple parameters) {
    return Uni.createFrom()
        .completionStage(() -> pool.preparedQuery(sql).execute(parameters).toCompletionStage());
  }

  /**
   * A statement without its line breaks and indentation. The client keeps prepared what is shorter
   * than 2,048 characters; a longer one would be prepared anew each time.
   */
  static String oneLine(String statement) {
    return statement.strip().replaceAll("\\s+", " ");
  }
}
