package org.closedloop.acceptance.hub;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that stands on the broker at this moment. */
public final class AllTopics {

  private static final Duration ROUND = Duration.ofMillis(200);

  /**
   * One record as text.
   *
   * @param about key and headers
   */
  public record Entry(String topic, String about, String value) {}

  private AllTopics() {}

  /** All records of all topics but the broker's own. */
  public static List<Entry> read(Hub hub, Predicate<String> topics) {
    List<Entry> entries = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", hub.stack().bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      Set<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(info -> !info.topic().startsWith("__") && topics.test(info.topic()))
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .collect(Collectors.toSet());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(ROUND).forEach(record -> entries.add(entry(record)));
      }
    }
    return entries;
  }

  private static Entry entry(ConsumerRecord<String, String> record) {
    String headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .map(header -> header.key() + "=" + text(header.value()))
            .collect(Collectors.joining(" "));
    String value = record.value() == null ? "" : record.value();
    return new Entry(record.topic(), record.key() + " " + headers, value);
  }

  private static String text(byte[] value) {
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }
}
