package org.closedloop.kit.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.closedloop.kit.HubConfig;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Lets records gather at the broker while a topic is busy: once its polls come faster than a beat,
 * the next one waits for the beat to end. A poll, its request to the broker, the threads it goes
 * through and the transaction behind it cost much the same for one record as for twenty. A topic
 * with few records is never waited for (docs/adr/0018).
 */
@ApplicationScoped
public class PollPace implements PublisherDecorator {

  private final Instance<KafkaClientService> clients;
  private final Duration beat;

  PollPace(Instance<KafkaClientService> clients, HubConfig config) {
    this.clients = clients;
    this.beat = config.pollBeat();
  }

  @Override
  public Multi<? extends Message<?>> decorate(
      Multi<? extends Message<?>> publisher, List<String> channel, boolean isConnector) {
    if (!isConnector || beat.isZero()) {
      return publisher;
    }
    Beat own = new Beat(beat.toNanos());
    return publisher
        .onItem()
        .invoke(
            message -> {
              if (own.tooSoon(System.nanoTime())) {
                rest(channel, own);
              }
            });
  }

  private void rest(List<String> channels, Beat own) {
    for (String channel : channels) {
      for (KafkaConsumer<?, ?> consumer : clients.get().getConsumers(channel)) {
        consumer
            .runOnPollingThread(
                polling -> {
                  LockSupport.parkNanos(beat.toNanos());
                  own.over();
                })
            .subscribe()
            .with(done -> {}, e -> own.over());
      }
    }
  }
}
