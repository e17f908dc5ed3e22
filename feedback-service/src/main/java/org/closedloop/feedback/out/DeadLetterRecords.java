package org.closedloop.feedback.out;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads single records of dead-letter topics, without being a member of any group. */
@ApplicationScoped
public class DeadLetterRecords {

  private static final Duration AT_MOST = Duration.ofSeconds(5);
  private static final String SUFFIX = ".dlq";

  private final Map<String, Object> kafka;

  DeadLetterRecords(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** The original behind an item; empty when the topic keeps it no more. */
  public Uni<Optional<Original>> read(Parked item) {
    return Uni.createFrom()
        .item(() -> fetch(item))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Optional<Original> fetch(Parked item) {
    TopicPartition place = new TopicPartition(item.topic(), item.partition());
    Map<String, Object> config = new HashMap<>(kafka);
    config.put("enable.auto.commit", "false");
    config.put("max.poll.records", "1");
    config.put("auto.offset.reset", "none");
    config.remove("group.id");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(place));
      long first = consumer.beginningOffsets(List.of(place), AT_MOST).get(place);
      long end = consumer.endOffsets(List.of(place), AT_MOST).get(place);
      if (item.offset() < first || item.offset() >= end) {
        return Optional.empty();
      }
      consumer.seek(place, item.offset());
      return consumer.poll(AT_MOST).records(place).stream()
          .filter(record -> record.offset() == item.offset())
          .findFirst()
          .map(DeadLetterRecords::original);
    }
  }

  private static Original original(ConsumerRecord<String, byte[]> record) {
    String topic = record.topic().substring(0, record.topic().length() - SUFFIX.length());
    return new Original(topic, record.key(), record.value());
  }

  /**
   * A record as it was refused.
   *
   * @param topic where it stood, which tells whose it is
   * @param key may be null
   * @param value the bytes
   */
  public record Original(String topic, String key, byte[] value) {

    /** Whether it stood on a topic of the hub's own. */
    public boolean ofHub() {
      return topic.startsWith("referral.");
    }
  }
}
