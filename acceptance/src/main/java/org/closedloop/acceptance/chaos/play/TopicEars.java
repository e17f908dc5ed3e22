package org.closedloop.acceptance.chaos.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.closedloop.acceptance.chaos.ledger.Book;
import org.closedloop.acceptance.chaos.ledger.Side;

/** Reads the parties' topics from now on, and notes what comes. */
final class TopicEars {

  private static final Duration ROUND = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Book book;
  private final Thread reader;
  private volatile boolean open = true;

  TopicEars(String servers, List<String> topics, Book book) {
    this.book = book;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "reconnect.backoff.max.ms", 500),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    reader = new Thread(this::read, "topic-ears");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    while (open) {
      consumer.poll(ROUND).forEach(this::note);
    }
    consumer.close();
  }

  private void note(ConsumerRecord<String, byte[]> record) {
    Side side = record.topic().startsWith("initiator.") ? Side.HOSPITAL : Side.PROGRAM;
    book.seen(record.key(), Noting.of(side, null, record.value()));
  }

  void close() throws InterruptedException {
    open = false;
    reader.join();
  }
}
