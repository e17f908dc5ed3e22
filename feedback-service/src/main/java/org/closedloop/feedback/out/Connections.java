package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * The way to the database for what every claim needs, in plain SQL (docs/adr/0016); of the same
 * pool as {@link Transactions}. May be used from anywhere: a record, a timer, a retry.
 */
@ApplicationScoped
class Connections {

  private final Pool pool;
  private final Vertx vertx;

  Connections(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  /** Lends a connection until the work is done; what it did not commit is rolled back. */
  <T> Uni<T> with(Function<Sql, Uni<T>> work) {
    return SafeContext.run(vertx, () -> Sql.uni(pool::getConnection).chain(one -> lend(one, work)));
  }

  private static <T> Uni<T> lend(SqlConnection connection, Function<Sql, Uni<T>> work) {
    Sql sql = new Sql(connection);
    return Uni.createFrom().deferred(() -> work.apply(sql)).eventually(() -> Sql.uni(sql::close));
  }
}
