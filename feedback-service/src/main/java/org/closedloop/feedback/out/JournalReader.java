package org.closedloop.feedback.out;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.closedloop.core.topic.Topics;

/** Reads the journal from its start, in no group: nobody's offsets move. */
@ApplicationScoped
class JournalReader {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> kafka;

  JournalReader(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** Where the journal ends now. */
  Map<TopicPartition, Long> ends() {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.JOURNAL).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      return Map.copyOf(consumer.endOffsets(partitions));
    }
  }

  /** Hands over all entries before the ends, per partition in order. */
  void read(Map<TopicPartition, Long> ends, Entry entry) throws SQLException {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
            entry.take(record.value());
          }
        }
      }
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put("enable.auto.commit", "false");
    config.put("isolation.level", "read_committed");
    config.remove("group.id");
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Who takes entries. */
  interface Entry {

    void take(byte[] value) throws SQLException;
  }
}
