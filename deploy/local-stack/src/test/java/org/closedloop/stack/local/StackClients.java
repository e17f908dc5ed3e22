package org.closedloop.stack.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Ordinary clients of a stack's broker and database. */
final class StackClients {

  private final LocalStack stack;

  StackClients(LocalStack stack) {
    this.stack = stack;
  }

  Set<String> topics() throws Exception {
    try (Admin admin = Admin.create(broker())) {
      return admin.listTopics().names().get();
    }
  }

  void send(String topic, String value) throws Exception {
    StringSerializer text = new StringSerializer();
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(broker(), text, text)) {
      producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
    }
  }

  List<String> received(String topic, int count) {
    StringDeserializer text = new StringDeserializer();
    List<String> values = new ArrayList<>();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(broker(), text, text)) {
      Set<TopicPartition> first = Set.of(new TopicPartition(topic, 0));
      consumer.assign(first);
      consumer.seekToBeginning(first);
      while (values.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  String setting(String name) throws SQLException {
    return query("show " + name).get(0);
  }

  void insert(String value) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (id serial, value text)");
      statement.execute("insert into kept (value) values ('" + value + "')");
    }
  }

  List<String> rows() throws SQLException {
    return query("select value from kept order by id");
  }

  private List<String> query(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(stack.jdbcUrl("feedback"), "hub", "hub");
  }

  private Map<String, Object> broker() {
    return Map.of("bootstrap.servers", stack.bootstrapServers());
  }
}
