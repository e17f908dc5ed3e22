package org.closedloop.acceptance.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One process of the floor: takes what a poll brings, writes its rows in one transaction, sends
 * what follows in one round, then commits. Looks at nothing but the first byte of a value: the
 * stage. Arguments: role, brokers, database address, {@link FloorLoad} as JSON. Ends when killed.
 */
public final class FloorMain {

  private static final Duration ROUND = Duration.ofMillis(100);
  private static final byte NOBODYS = 'F';

  private final FloorRole role;
  private final FloorLoad load;
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, byte[]> values = new TreeMap<>();

  private FloorMain(FloorRole role, String servers, FloorLoad load) {
    this.role = role;
    this.load = load;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                TopicKind.FLOOR + role.name(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    load.bytes().forEach((kind, size) -> values.put(kind, noise(size)));
  }

  /**
   * @param args see the class
   * @throws SQLException when the database fails
   * @throws ExecutionException when the broker does not take a record
   * @throws InterruptedException when somebody interrupts
   */
  public static void main(String[] args)
      throws SQLException, ExecutionException, InterruptedException {
    FloorRole role = FloorRole.valueOf(args[0]);
    FloorLoad load = FloorLoad.fromJson(args[3]);
    FloorMain main = new FloorMain(role, args[1], load);
    if (role.database().isPresent()) {
      main.run(FloorRows.open(args[2], role, load));
    } else {
      main.run(null);
    }
  }

  private void run(FloorRows rows) throws SQLException, ExecutionException, InterruptedException {
    consumer.subscribe(role.reads().stream().map(kind -> TopicKind.FLOOR + kind).toList());
    while (true) {
      ConsumerRecords<String, byte[]> polled = consumer.poll(ROUND);
      if (polled.isEmpty()) {
        continue;
      }
      if (rows != null) {
        write(rows, polled);
      }
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      polled.forEach(record -> pass(record, sent));
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      consumer.commitSync();
    }
  }

  private void write(FloorRows rows, ConsumerRecords<String, byte[]> polled) throws SQLException {
    for (ConsumerRecord<String, byte[]> record : polled) {
      if (record.value()[0] != NOBODYS && role.writes(TopicKind.of(record.topic()))) {
        rows.add(record.key());
      }
    }
    rows.commit();
  }

  private void pass(ConsumerRecord<String, byte[]> record, List<Future<RecordMetadata>> sent) {
    byte stage = record.value()[0];
    if (stage == NOBODYS) {
      return;
    }
    for (FloorRole.Hop hop : role.hops(TopicKind.of(record.topic()), (char) stage)) {
      int needed = FloorRole.needed(hop.kind());
      int turn = turn(hop, needed);
      int many = FloorLoad.share(load.records().getOrDefault(hop.kind(), needed), needed, turn);
      for (int i = 0; i < Math.max(1, many); i++) {
        byte[] value = values.getOrDefault(hop.kind(), new byte[1]).clone();
        value[0] = i == 0 ? (byte) hop.stage() : NOBODYS;
        sent.add(
            producer.send(new ProducerRecord<>(TopicKind.FLOOR + hop.kind(), record.key(), value)));
      }
    }
  }

  /** Which of a loop's records of this kind it is. */
  private static int turn(FloorRole.Hop hop, int needed) {
    int stages = FloorRole.STAGES.length();
    return Math.max(0, FloorRole.STAGES.indexOf(hop.stage()) - (stages - needed));
  }

  /** Bytes that no compression makes smaller, as counted bytes are compressed ones. */
  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new SplittableRandom(size).nextBytes(bytes);
    return bytes;
  }
}
