package org.closedloop.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The same parties as {@link Traffic}, with the same bytes, at the floor. */
final class FloorTraffic implements Parties, AutoCloseable {

  private static final Duration ROUND = Duration.ofMillis(50);

  private final Map<String, Ride> rides = new ConcurrentHashMap<>();
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread reader;
  private volatile boolean open = true;

  FloorTraffic(String servers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "fetch.min.bytes", 1),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String kind : List.of("journal", "feedback", "referrals", "receipts")) {
      consumer
          .partitionsFor(TopicKind.FLOOR + kind)
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    reader = new Thread(this::read, "floor-ears");
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public void submit(Ride ride, long dueNanos) {
    ride.dueNanos = dueNanos;
    rides.put(ride.referralId, ride);
    send("submit", ride, 'R', ride.request);
  }

  @Override
  public void forget() {
    rides.clear();
  }

  private void send(String kind, Ride ride, char stage, byte[] message) {
    byte[] value = message.clone();
    value[0] = (byte) stage;
    producer.send(new ProducerRecord<>(TopicKind.FLOOR + kind, ride.referralId, value));
  }

  private void read() {
    while (open) {
      consumer.poll(ROUND).forEach(this::hear);
    }
    consumer.close();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    Ride ride = rides.get(record.key());
    if (ride == null) {
      return;
    }
    char stage = (char) record.value()[0];
    switch (TopicKind.of(record.topic()) + stage) {
      case "journalR" -> ride.acceptedMillis = record.timestamp();
      case "feedbackR" -> ride.verdictNanos = System.nanoTime();
      case "feedbackO" -> ride.closedNanos = System.nanoTime();
      case "referralsR" -> {
        ride.deliveredMillis = System.currentTimeMillis();
        send("responses", ride, 'A', ride.acceptance);
      }
      case "receiptsA" -> {
        ride.outcomeNanos = System.nanoTime();
        send("responses", ride, 'O', ride.outcome);
      }
      default -> {}
    }
  }

  @Override
  public void close() throws InterruptedException {
    open = false;
    reader.join();
    producer.close(Duration.ofSeconds(2));
  }
}
