package org.closedloop.gateway.in.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.closedloop.core.topic.Topics;
import org.jboss.logging.Logger;

/**
 * A thread that reads keys and one header of {@code referral.status} from now on, never a value.
 * Begins again after whatever breaks, until it is ended.
 */
final class StatusListener extends Thread {

  private static final Logger LOG = Logger.getLogger(StatusListener.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ASK = Duration.ofSeconds(5);
  private static final Duration BEGIN_AGAIN = Duration.ofSeconds(2);
  private static final String INITIATOR = "ce_initiator";

  /** Values are not looked at, so they are not even copied. */
  private static final Deserializer<Void> NOTHING = (topic, data) -> null;

  private final Map<String, Object> config;
  private final BiConsumer<String, String> changed;
  private final Runnable lookAgain;
  private final BooleanSupplier goOn;

  /**
   * Not started yet.
   *
   * @param kafka how the broker is reached
   * @param goOn asked a few times a second; false ends it for good
   * @param changed takes the initiator and id of a referral that changed
   * @param lookAgain called when it listens, since something may have happened before
   */
  StatusListener(
      Map<String, Object> kafka,
      BooleanSupplier goOn,
      BiConsumer<String, String> changed,
      Runnable lookAgain) {
    super("status-news");
    setDaemon(true);
    this.config = new HashMap<>(kafka);
    config.put("enable.auto.commit", "false");
    config.put("auto.offset.reset", "latest");
    config.remove("group.id");
    this.goOn = goOn;
    this.changed = changed;
    this.lookAgain = lookAgain;
  }

  @Override
  public void run() {
    while (goOn.getAsBoolean()) {
      try {
        listen();
      } catch (KafkaException e) {
        LOG.warnf("status not readable error=%s", e.getClass().getName());
        rest();
      }
    }
  }

  private void listen() {
    try (KafkaConsumer<String, Void> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), NOTHING)) {
      List<TopicPartition> all =
          consumer.partitionsFor(Topics.STATUS, ASK).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToEnd(all);
      all.forEach(part -> consumer.position(part, ASK));
      lookAgain.run();
      while (goOn.getAsBoolean()) {
        consumer.poll(POLL).forEach(this::tell);
      }
    }
  }

  private void tell(ConsumerRecord<String, Void> record) {
    Header initiator = record.headers().lastHeader(INITIATOR);
    if (initiator != null && initiator.value() != null && record.key() != null) {
      changed.accept(new String(initiator.value(), StandardCharsets.UTF_8), record.key());
    }
  }

  private static void rest() {
    LockSupport.parkNanos(BEGIN_AGAIN.toNanos());
  }
}
