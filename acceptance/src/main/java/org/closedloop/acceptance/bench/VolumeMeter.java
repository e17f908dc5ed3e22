package org.closedloop.acceptance.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.PostgresPart;
import org.closedloop.stack.process.StackFailure;

/** Counts what brokers and databases of a stack have taken so far. */
final class VolumeMeter implements AutoCloseable {

  private static final String ROWS =
      "select relname, n_tup_ins, n_tup_upd, pg_total_relation_size(relid)"
          + " from pg_stat_user_tables";

  private final LocalStack stack;
  private final List<String> databases;
  private final Predicate<String> counted;
  private final Admin admin;

  /**
   * @param databases whose tables are counted
   * @param counted which topics are
   */
  VolumeMeter(LocalStack stack, List<String> databases, Predicate<String> counted) {
    this.stack = stack;
    this.databases = databases;
    this.counted = counted;
    admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
  }

  /** All so far. Statistics of rows come a second or so late. */
  Volume read() throws InterruptedException {
    Map<String, Double> rows = new TreeMap<>();
    Map<String, Double> rowBytes = new TreeMap<>();
    for (String database : databases) {
      rows(database, rows, rowBytes);
    }
    try {
      return new Volume(records(), bytes(), rows, rowBytes);
    } catch (ExecutionException e) {
      throw new StackFailure("The broker does not count: " + e.getMessage(), e);
    }
  }

  /** Partitions of the widest topic of each kind. */
  Map<String, Integer> partitions() throws InterruptedException {
    try {
      return descriptions().values().stream()
          .collect(
              Collectors.toMap(
                  one -> TopicKind.of(one.name()), one -> one.partitions().size(), Math::max));
    } catch (ExecutionException e) {
      throw new StackFailure("The broker does not list: " + e.getMessage(), e);
    }
  }

  private Map<String, TopicDescription> descriptions()
      throws InterruptedException, ExecutionException {
    Set<String> names =
        admin.listTopics().names().get().stream().filter(counted).collect(Collectors.toSet());
    return admin.describeTopics(names).allTopicNames().get();
  }

  private Map<String, Double> records() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted = new java.util.HashMap<>();
    descriptions()
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        part ->
                            wanted.put(
                                new TopicPartition(name, part.partition()), OffsetSpec.latest())));
    Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
        admin.listOffsets(wanted).all().get();
    Map<String, Double> all = new TreeMap<>();
    ends.forEach(
        (part, end) -> all.merge(TopicKind.of(part.topic()), (double) end.offset(), Double::sum));
    return all;
  }

  private Map<String, Double> bytes() throws InterruptedException, ExecutionException {
    List<Integer> brokers =
        admin.describeCluster().nodes().get().stream().map(node -> node.id()).toList();
    Map<String, Double> all = new TreeMap<>();
    for (Map<String, LogDirDescription> folders :
        admin.describeLogDirs(brokers).allDescriptions().get().values()) {
      folders.values().forEach(folder -> bytes(folder, all));
    }
    return all;
  }

  private void bytes(LogDirDescription folder, Map<String, Double> all) {
    folder
        .replicaInfos()
        .forEach(
            (part, info) -> {
              if (counted.test(part.topic())) {
                all.merge(TopicKind.of(part.topic()), (double) info.size(), Double::sum);
              }
            });
  }

  private void rows(String database, Map<String, Double> rows, Map<String, Double> bytes) {
    try (Connection connection =
            DriverManager.getConnection(
                stack.jdbcUrl(database), PostgresPart.USER, PostgresPart.PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(ROWS)) {
      while (found.next()) {
        String table = database + "." + found.getString(1);
        rows.put(table + "+", (double) found.getLong(2));
        rows.put(table + "~", (double) found.getLong(3));
        bytes.merge(database, (double) found.getLong(4), Double::sum);
      }
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL does not count: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
