package org.closedloop.gateway.playing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.closedloop.core.topic.Topics;

/** Follows {@code referral.claims} until the JVM ends. */
record ClaimListener(String bootstrapServers, Consumer<ConsumerRecord<String, byte[]>> ear)
    implements Runnable {

  @Override
  public void run() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CLAIMS).stream()
              .map(info -> new TopicPartition(Topics.CLAIMS, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofMillis(50)).forEach(ear);
      }
    }
  }
}
