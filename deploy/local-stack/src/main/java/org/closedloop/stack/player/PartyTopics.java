package org.closedloop.stack.player;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.closedloop.stack.process.StackFailure;

/** The Kafka side of parties: writes to their topics, and reads them from now on. */
public final class PartyTopics implements AutoCloseable {

  private static final Duration ROUND = Duration.ofMillis(100);

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread reader;
  private volatile boolean open = true;

  /**
   * Starts to read what comes from this moment on.
   *
   * @param servers bootstrap servers
   * @param topics topics to read
   * @param inboxOf inbox by topic name
   */
  public PartyTopics(String servers, List<String> topics, Function<String, Inbox> inboxOf) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    reader = new Thread(() -> read(inboxOf), "party-topics");
    reader.start();
  }

  /** Writes a message and waits for the broker. */
  public void send(String topic, byte[] message) {
    try {
      producer.send(new ProducerRecord<>(topic, message)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while writing to " + topic + ".", e);
    } catch (ExecutionException e) {
      throw new StackFailure("The broker did not take a record for " + topic + ".", e);
    }
  }

  private void read(Function<String, Inbox> inboxOf) {
    while (open) {
      for (ConsumerRecord<String, byte[]> one : consumer.poll(ROUND)) {
        Message message = Message.of(one.value());
        inboxOf.apply(one.topic()).add(new Received(one.topic(), message, System.nanoTime()));
      }
    }
    consumer.close();
  }

  @Override
  public void close() {
    open = false;
    producer.close();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
