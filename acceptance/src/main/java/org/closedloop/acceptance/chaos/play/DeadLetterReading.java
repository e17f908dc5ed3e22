package org.closedloop.acceptance.chaos.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.closedloop.acceptance.chaos.ledger.DeadLetter;
import org.closedloop.acceptance.chaos.ledger.Digest;

/** What comes onto dead letter topics during a run. */
public final class DeadLetterReading {

  private static final Duration ROUND = Duration.ofMillis(200);

  private final String servers;
  private final Map<TopicPartition, Long> begin;

  /** Begins now: what stands there already is not looked at. */
  public DeadLetterReading(String servers) {
    this.servers = servers;
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      this.begin = Map.copyOf(consumer.endOffsets(partitions(consumer)));
    }
  }

  /** What has come since. */
  public List<DeadLetter> letters() {
    List<DeadLetter> letters = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      consumer.assign(begin.keySet());
      begin.forEach(consumer::seek);
      Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer
            .poll(ROUND)
            .forEach(
                one ->
                    letters.add(new DeadLetter(one.topic(), one.offset(), Digest.of(one.value()))));
      }
    }
    return letters;
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", servers),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
    return consumer.listTopics().entrySet().stream()
        .filter(topic -> topic.getKey().endsWith(".dlq"))
        .flatMap(topic -> topic.getValue().stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }
}
