package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A connection for plain SQL. Statements that are begun one after the other, without waiting, are
 * on their way together and done in that order: so many cost one round trip. What follows one that
 * failed fails, too, until the transaction ends.
 */
final class Sql {

  private final SqlConnection connection;
  private boolean open;

  Sql(SqlConnection connection) {
    this.connection = connection;
  }

  /** Begins a transaction. */
  Future<Void> begin() {
    open = true;
    return connection.query("begin").execute().mapEmpty();
  }

  /**
   * Begins a statement.
   *
   * @param values of its parameters; arrays stand for a column of several rows
   */
  Future<RowSet<Row>> run(String statement, Tuple values) {
    return connection.preparedQuery(statement).execute(values);
  }

  /**
   * Commits. Only when all that was to be written is known to be: a value that the driver could not
   * send is no failure to the database.
   */
  Future<Void> commit() {
    open = false;
    return connection.query("commit").execute().mapEmpty();
  }

  /** Gives the connection back; a transaction that was not committed never was. */
  Future<Void> close() {
    Future<Void> ended =
        open
            ? connection.query("rollback").execute().<Void>mapEmpty().otherwiseEmpty()
            : Future.succeededFuture();
    return ended.compose(done -> connection.close()).otherwiseEmpty();
  }

  /** What a future will bring, for whoever waits for it. */
  static <T> Uni<T> uni(Supplier<Future<T>> future) {
    return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
  }

  /** Two values; of two, {@code Tuple.of} would take a last array for the rest of the values. */
  static Tuple two(Object one, Object other) {
    return Tuple.tuple().addValue(one).addValue(other);
  }

  /** The same column of several rows. */
  static <R, V> V[] column(Collection<R> rows, Function<R, V> value, IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  /** The same column of ids. */
  static <R> UUID[] ids(Collection<R> rows, Function<R, UUID> value) {
    return column(rows, value, UUID[]::new);
  }

  /** The same column of texts. */
  static <R> String[] texts(Collection<R> rows, Function<R, String> value) {
    return column(rows, value, String[]::new);
  }

  /** The same column of times. */
  static <R> OffsetDateTime[] times(Collection<R> rows, Function<R, Instant> value) {
    return column(rows, row -> time(value.apply(row)), OffsetDateTime[]::new);
  }

  /** As exact as a column keeps it. */
  static OffsetDateTime time(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** What was read of a column of times. */
  static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
