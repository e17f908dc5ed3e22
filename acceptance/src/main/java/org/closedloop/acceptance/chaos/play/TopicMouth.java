package org.closedloop.acceptance.chaos.play;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.process.StackFailure;

/** What parties write to topics, as patient as the producer is: a broker may be away for long. */
public final class TopicMouth implements AutoCloseable {

  private static final int PATIENCE_MS = 900_000;

  private final KafkaProducer<String, byte[]> producer;
  private volatile long atMostMs;

  TopicMouth(String servers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "linger.ms",
                0,
                "request.timeout.ms",
                10_000,
                "max.block.ms",
                PATIENCE_MS,
                "delivery.timeout.ms",
                PATIENCE_MS,
                "reconnect.backoff.max.ms",
                500),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * From now on each record waits for a random time before it is written, so that those of
   * different referrals overtake each other.
   *
   * @param atMostMs longest time; 0 for not at all
   */
  public void holdBack(long atMostMs) {
    this.atMostMs = atMostMs;
  }

  /**
   * Writes a record and waits for the broker. It bears a planted header that must steer nothing.
   *
   * @return where it stands
   */
  public RecordMetadata say(String topic, String key, byte[] value) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(atMostMs + 1));
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    record.headers().add("REPLY_TOPIC", Topics.CLAIMS.getBytes(StandardCharsets.UTF_8));
    try {
      return producer.send(record).get();
    } catch (ExecutionException e) {
      throw new StackFailure("The broker did not take a record for " + topic + ".", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
