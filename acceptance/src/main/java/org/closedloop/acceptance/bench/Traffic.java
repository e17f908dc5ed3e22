package org.closedloop.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.closedloop.core.directory.Party;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.player.Message;

/**
 * All hospitals and programs in one: one producer, one thread that listens and answers at once. It
 * parses only the small answers of the hub and finds its way by record keys otherwise, so that it
 * takes little of the machine it measures.
 */
final class Traffic implements Parties, AutoCloseable {

  private static final Duration ROUND = Duration.ofMillis(50);
  private static final String JOURNAL = "referral.journal";
  private static final String NEWS = "\"resourceType\":\"ServiceRequest\"";

  private static final String SEQUENCE = "ce_sequence";
  private static final String FIRST = "1";

  private final Map<String, Ride> rides = new ConcurrentHashMap<>();
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AtomicLong failures = new AtomicLong();
  private final Thread reader;
  private volatile boolean open = true;

  private Traffic(String servers, List<String> topics) {
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
    topics.forEach(topic -> addAll(partitions, topic));
    addAll(partitions, JOURNAL);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    reader = new Thread(this::read, "bench-ears");
    reader.setDaemon(true);
    reader.start();
  }

  /** The parties of some rides, who listen to their topics. */
  static Traffic of(LocalStack stack, Rides rides) {
    List<String> topics = new ArrayList<>();
    rides.hospitals().stream().map(Party::id).map(Topics::initiatorFeedback).forEach(topics::add);
    for (Party program : rides.programs()) {
      topics.add(Topics.programReferrals(program.id()));
      topics.add(Topics.programReceipts(program.id()));
    }
    return new Traffic(stack.bootstrapServers(), topics);
  }

  private void addAll(List<TopicPartition> partitions, String topic) {
    for (PartitionInfo info : consumer.partitionsFor(topic)) {
      partitions.add(new TopicPartition(topic, info.partition()));
    }
  }

  /** Records that the broker did not take. */
  long failures() {
    return failures.get();
  }

  /** Every referral submitted so far, also those forgotten. */
  Collection<Tally> tallies() {
    return tallies.values();
  }

  @Override
  public void submit(Ride ride, long dueNanos) {
    ride.dueNanos = dueNanos;
    tallies.put(ride.referralId, new Tally(ride.outcomeId));
    rides.put(ride.referralId, ride);
    send(Topics.initiatorReferrals(ride.loop.initiator().id()), ride.request);
  }

  @Override
  public void forget() {
    rides.clear();
  }

  private void send(String topic, byte[] value) {
    producer.send(
        new ProducerRecord<>(topic, value),
        (unused, failure) -> {
          if (failure != null) {
            failures.incrementAndGet();
          }
        });
  }

  private void read() {
    while (open) {
      consumer.poll(ROUND).forEach(this::hear);
    }
    consumer.close();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    Tally tally = record.key() == null ? null : tallies.get(record.key());
    if (tally == null) {
      return;
    }
    count(tally, record);
    Ride ride = rides.get(record.key());
    if (ride != null) {
      answer(ride, record);
    }
  }

  private static void count(Tally tally, ConsumerRecord<String, byte[]> record) {
    String topic = record.topic();
    if (topic.equals(JOURNAL)) {
      tally.recorded += first(record) ? 1 : 0;
    } else if (topic.startsWith("initiator.")) {
      atHospital(tally, record.value());
    } else if (topic.endsWith(".receipts")) {
      tally.refusals += ok(record.value()) ? 0 : 1;
    } else {
      tally.delivered++;
    }
  }

  private static boolean first(ConsumerRecord<String, byte[]> record) {
    Header sequence = record.headers().lastHeader(SEQUENCE);
    return sequence != null
        && FIRST.equals(new String(sequence.value(), StandardCharsets.US_ASCII));
  }

  private static void atHospital(Tally tally, byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    if (text.contains(tally.outcomeId)) {
      tally.outcomes++;
    } else if (!text.contains(NEWS)) {
      tally.verdicts++;
      tally.refusals += ok(value) ? 0 : 1;
    }
  }

  private void answer(Ride ride, ConsumerRecord<String, byte[]> record) {
    String topic = record.topic();
    if (topic.equals(JOURNAL)) {
      ride.acceptedMillis = ride.acceptedMillis == 0 ? record.timestamp() : ride.acceptedMillis;
    } else if (topic.startsWith("initiator.")) {
      atHospital(ride, record.value());
    } else if (topic.endsWith(".receipts")) {
      receipt(ride, record.value());
    } else if (!ride.delivered()) {
      ride.deliveredMillis = System.currentTimeMillis();
      send(Topics.programResponses(ride.loop.program().id()), ride.acceptance);
    }
  }

  private static void atHospital(Ride ride, byte[] value) {
    long now = System.nanoTime();
    String text = new String(value, StandardCharsets.ISO_8859_1);
    if (ride.closedNanos == 0 && text.contains(ride.outcomeId)) {
      ride.closedNanos = now;
    } else if (ride.verdictNanos == 0 && !text.contains(NEWS)) {
      ride.verdictNanos = now;
      ride.refused = !ok(value);
    }
  }

  private void receipt(Ride ride, byte[] value) {
    if (!ok(value)) {
      ride.refused = true;
    } else if (ride.outcomeNanos == 0) {
      ride.outcomeNanos = System.nanoTime();
      send(Topics.programResponses(ride.loop.program().id()), ride.outcome);
    }
  }

  private static boolean ok(byte[] answer) {
    return Message.of(answer).responseCode().equals("ok");
  }

  @Override
  public void close() throws InterruptedException {
    open = false;
    reader.join();
    producer.close(Duration.ofSeconds(2));
  }
}
