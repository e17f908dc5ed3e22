package org.closedloop.acceptance.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.PostgresPart;
import org.closedloop.stack.process.StackFailure;

/**
 * The floor: four processes that pass records on as the hub's services do, with its records, bytes
 * and rows, and do nothing else. On the stack's brokers and database server, in place of the
 * services.
 */
final class Floor implements AutoCloseable {

  private static final String DATABASE = "floor";
  private static final String HEAP = "256m";

  private final List<Process> processes = new ArrayList<>();

  /**
   * Ends the stack's services, which must have nothing left to do, and starts the floor.
   *
   * @param partitions of topics, by kind
   */
  Floor(LocalStack stack, FloorLoad load, Map<String, Integer> partitions)
      throws InterruptedException {
    stack.services().forEach(stack::stop);
    topics(stack.bootstrapServers(), partitions);
    database(stack);
    for (FloorRole role : FloorRole.values()) {
      Process process =
          ChildJava.start(
              HEAP,
              FloorMain.class,
              List.of(
                  role.name(), stack.bootstrapServers(), stack.jdbcUrl(DATABASE), load.toJson()));
      processes.add(process);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** The floor's database. */
  static List<String> databases() {
    return List.of(DATABASE);
  }

  private static void topics(String servers, Map<String, Integer> partitions)
      throws InterruptedException {
    List<NewTopic> topics =
        Stream.of(
                "submit",
                "claims",
                "journal",
                "status",
                "verdicts",
                "feedback",
                "routed",
                "referrals",
                "responses",
                "receipts")
            .map(
                kind ->
                    new NewTopic(
                        TopicKind.FLOOR + kind, partitions.getOrDefault(kind, 1), (short) 1))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new StackFailure("The floor's topics were not made: " + e.getMessage(), e);
    }
  }

  private static void database(LocalStack stack) {
    try (Connection connection =
            DriverManager.getConnection(
                stack.jdbcUrl("postgres"), PostgresPart.USER, PostgresPart.PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from pg_database where datname = 'floor'")) {
      if (!found.next()) {
        statement.execute("create database floor");
      }
    } catch (SQLException e) {
      throw new StackFailure("The floor's database was not made: " + e.getMessage(), e);
    }
  }

  /** Fails when a process has ended, as then nothing is measured. */
  void check() {
    if (processes.stream().anyMatch(one -> !one.isAlive())) {
      throw new StackFailure("A process of the floor has ended.");
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
