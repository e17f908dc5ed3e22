package org.closedloop.feedback.out;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes and reads the record's rows by JDBC, on a database that is not the service's own. Tables
 * and columns are those of the entities, so that there is no second mapping to keep in step.
 */
final class JdbcRows {

  private final Connection connection;

  JdbcRows(Connection connection) {
    this.connection = connection;
  }

  /** Whether the row was new; one that is there already stays as it is. */
  boolean insert(Object row) throws SQLException {
    List<Field> fields = fields(row.getClass());
    String sql =
        "insert into "
            + table(row.getClass())
            + fields.stream().map(JdbcRows::column).collect(Collectors.joining(", ", " (", ")"))
            + fields.stream().map(f -> "?").collect(Collectors.joining(", ", " values (", ")"))
            + " on conflict do nothing";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, row, fields);
      return statement.executeUpdate() == 1;
    }
  }

  /** Replaces a row that is there. */
  void update(Object row) throws SQLException {
    List<Field> fields = fields(row.getClass());
    String sql =
        "update "
            + table(row.getClass())
            + fields.stream()
                .map(field -> column(field) + " = ?")
                .collect(Collectors.joining(", ", " set ", " where id = ?"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, row, fields);
      statement.setObject(fields.size() + 1, value(field(row.getClass(), "id"), row));
      statement.executeUpdate();
    }
  }

  /** A row by its id. */
  <T> Optional<T> find(Class<T> type, UUID id) throws SQLException {
    List<Field> fields = fields(type);
    String sql =
        fields.stream().map(JdbcRows::column).collect(Collectors.joining(", ", "select ", ""))
            + " from "
            + table(type)
            + " where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.of(read(type, fields, found)) : Optional.empty();
      }
    }
  }

  private void bind(PreparedStatement statement, Object row, List<Field> fields)
      throws SQLException {
    for (int i = 0; i < fields.size(); i++) {
      Object value = value(fields.get(i), row);
      statement.setObject(
          i + 1,
          switch (value) {
            case null -> null;
            case Instant at -> at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            case String[] words -> connection.createArrayOf("varchar", words);
            default -> value;
          });
    }
  }

  private static <T> T read(Class<T> type, List<Field> fields, ResultSet found)
      throws SQLException {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      T row = constructor.newInstance();
      for (int i = 0; i < fields.size(); i++) {
        Object value = read(fields.get(i).getType(), found, i + 1);
        if (value != null) {
          fields.get(i).set(row, value);
        }
      }
      return row;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(Class<?> type, ResultSet found, int column) throws SQLException {
    if (type == Instant.class) {
      java.time.OffsetDateTime at = found.getObject(column, java.time.OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
    if (type == String[].class) {
      return found.getArray(column) == null ? null : found.getArray(column).getArray();
    }
    return found.getObject(column);
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .filter(JdbcRows::written)
        .peek(field -> field.setAccessible(true))
        .toList();
  }

  private static boolean written(Field field) {
    Column column = field.getAnnotation(Column.class);
    return !field.getName().startsWith("$") && (column == null || column.insertable());
  }

  private static Field field(Class<?> type, String name) {
    return fields(type).stream()
        .filter(field -> field.getName().equals(name) && field.isAnnotationPresent(Id.class))
        .findFirst()
        .orElseThrow();
  }

  private static Object value(Field field, Object row) {
    try {
      return field.get(row);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String table(Class<?> type) {
    return type.getAnnotation(Table.class).name();
  }

  /** As the naming strategy of the service has it. */
  private static String column(Field field) {
    return field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
