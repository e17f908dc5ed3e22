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
    if (tally != null) {
      Heard heard = heard(tally, record);
      count(tally, heard, record);
      Ride ride = rides.get(record.key());
      if (ride != null) {
        answer(ride, heard, record);
      }
    }
  }

  /** What a record says; found out once, as this is work of the machine that is measured. */
  private enum Heard {
    DECISION,
    OUTCOME,
    NEWS,
    ACCEPTED,
    REFUSED,
    RECEIPT_OK,
    RECEIPT_REFUSED,
    PACKAGE
  }

  private static Heard heard(Tally tally, ConsumerRecord<String, byte[]> record) {
    String topic = record.topic();
    if (topic.equals(JOURNAL)) {
      return Heard.DECISION;
    } else if (topic.startsWith("initiator.")) {
      return atHospital(tally, record.value());
    } else if (topic.endsWith(".receipts")) {
      return ok(record.value()) ? Heard.RECEIPT_OK : Heard.RECEIPT_REFUSED;
    }
    return Heard.PACKAGE;
  }

  private static Heard atHospital(Tally tally, byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    if (text.contains(tally.outcomeId)) {
      return Heard.OUTCOME;
    } else if (text.contains(NEWS)) {
      return Heard.NEWS;
    }
    return ok(value) ? Heard.ACCEPTED : Heard.REFUSED;
  }

  private static void count(Tally tally, Heard heard, ConsumerRecord<String, byte[]> record) {
    switch (heard) {
      case DECISION -> tally.recorded += first(record) ? 1 : 0;
      case OUTCOME -> tally.outcomes++;
      case ACCEPTED -> tally.verdicts++;
      case REFUSED -> {
        tally.verdicts++;
        tally.refusals++;
      }
      case RECEIPT_REFUSED -> tally.refusals++;
      case PACKAGE -> tally.delivered++;
      case NEWS, RECEIPT_OK -> {}
    }
  }

  private static boolean first(ConsumerRecord<String, byte[]> record) {
    Header sequence = record.headers().lastHeader(SEQUENCE);
    return sequence != null
        && FIRST.equals(new String(sequence.value(), StandardCharsets.US_ASCII));
  }

  private void answer(Ride ride, Heard heard, ConsumerRecord<String, byte[]> record) {
    switch (heard) {
      case DECISION -> ride.decided(record.timestamp());
      case OUTCOME -> ride.closed(System.nanoTime());
      case ACCEPTED, REFUSED -> ride.answered(System.nanoTime(), heard == Heard.REFUSED);
      case RECEIPT_REFUSED -> ride.refused = true;
      case RECEIPT_OK -> receipt(ride);
      case PACKAGE -> delivered(ride);
      case NEWS -> {}
    }
  }

  private void delivered(Ride ride) {
    if (!ride.delivered()) {
      ride.deliveredMillis = System.currentTimeMillis();
      send(Topics.programResponses(ride.loop.program().id()), ride.acceptance);
    }
  }

  private void receipt(Ride ride) {
    if (ride.outcomeNanos == 0) {
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
