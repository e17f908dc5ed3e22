package org.closedloop.adapter.out;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Parameters of a statement about many rows: one array a column, in the order they are added.
 *
 * @param <T> what a row is made of
 */
final class Columns<T> {

  private final List<T> rows;
  private final Tuple tuple = Tuple.tuple();

  Columns(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  Columns<T> text(Function<T, String> value) {
    tuple.addArrayOfString(rows.stream().map(value).toArray(String[]::new));
    return this;
  }

  Columns<T> number(ToLongFunction<T> value) {
    tuple.addArrayOfLong(rows.stream().map(value::applyAsLong).toArray(Long[]::new));
    return this;
  }

  Columns<T> flag(Predicate<T> value) {
    tuple.addArrayOfBoolean(rows.stream().map(value::test).toArray(Boolean[]::new));
    return this;
  }

  Columns<T> time(Function<T, Instant> value) {
    tuple.addArrayOfOffsetDateTime(
        rows.stream().map(value).map(Columns::time).toArray(OffsetDateTime[]::new));
    return this;
  }

  Columns<T> bytes(Function<T, byte[]> value) {
    tuple.addArrayOfBuffer(
        rows.stream()
            .map(value)
            .map(bytes -> bytes == null ? null : Buffer.buffer(bytes))
            .toArray(Buffer[]::new));
    return this;
  }

  /** One value for all rows. */
  Columns<T> all(Object value) {
    tuple.addValue(value);
    return this;
  }

  Tuple parameters() {
    return tuple;
  }

  /** A time as the database takes it; null stays null. */
  static OffsetDateTime time(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  /** A time as the database gave it; null stays null. */
  static Instant time(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  /** Bytes as the database gave them; null stays null. */
  static byte[] bytes(Row row, String column) {
    Buffer bytes = row.getBuffer(column);
    return bytes == null ? null : bytes.getBytes();
  }
}
