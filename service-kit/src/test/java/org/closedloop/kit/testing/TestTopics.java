package org.closedloop.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.closedloop.kit.kafka.HubRecord;

/** Writes and reads topics as a party or another service would, with plain Kafka clients. */
public final class TestTopics implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  /** Writes a record and waits for the broker. */
  public void send(HubRecord record) {
    ProducerRecord<String, byte[]> out =
        new ProducerRecord<>(record.topic(), record.key(), record.value());
    record
        .headers()
        .forEach((name, value) -> out.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(out).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("record not written", e);
    }
  }

  /** All records of a topic from its start until one matches; fails after 20 s without one. */
  public List<ConsumerRecord<String, byte[]>> until(
      String topic, Predicate<ConsumerRecord<String, byte[]>> last) {
    List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(200))) {
          seen.add(one);
          if (last.test(one)) {
            return seen;
          }
        }
      }
    }
    throw new AssertionError("no such record on " + topic + " among " + seen.size());
  }

  /** The first record of a topic that matches; fails after 20 s without one. */
  public ConsumerRecord<String, byte[]> first(
      String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    List<ConsumerRecord<String, byte[]>> seen = until(topic, wanted);
    return seen.get(seen.size() - 1);
  }

  /** What the topic holds at this moment, in order of partition. */
  public List<ConsumerRecord<String, byte[]>> all(String topic) {
    List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
      }
    }
    return seen;
  }

  private static KafkaConsumer<String, byte[]> consumer(String topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    Collection<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  @Override
  public void close() {
    producer.close();
  }
}
