package org.closedloop.kit.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * Writes records, each to its own topic, with {@code acks=all}. Nothing of an incoming record gets
 * in: topic, key and headers are those of the {@link HubRecord} alone.
 *
 * <p>The channel gives the producer: its settings, and its end with the service. Records go to that
 * producer without the channel's pipeline, which cost more than sending; those that wait are handed
 * over together by the thread that may block (docs/performance.md).
 */
@ApplicationScoped
public class RecordSender {

  private static final String CHANNEL = "records-out";

  /** Records waiting for the broker; past it a send fails and the caller answers 503 or retries. */
  private static final int WAITING_AT_MOST = 8192;

  private final KafkaClientService clients;
  private final RecordTraces traces;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param channel not written to; without somebody who may, the channel would have no producer
   */
  RecordSender(
      @Channel(CHANNEL) MutinyEmitter<byte[]> channel,
      KafkaClientService clients,
      RecordTraces traces) {
    this.clients = clients;
    this.traces = traces;
  }

  /**
   * Completes when the broker has acknowledged; fails when it does not. Records sent one after the
   * other are written in that order. Comes back to the Vert.x context of the subscriber, if there
   * is one.
   */
  public Uni<Void> send(HubRecord record) {
    Uni<Void> sent = Uni.createFrom().emitter(told -> enqueue(record, told));
    Instant from = traces.begin();
    return from == null
        ? sent
        : sent.onItemOrFailure().invoke((done, e) -> traces.sent(record, from, e != null));
  }

  private void enqueue(HubRecord record, UniEmitter<? super Void> told) {
    if (waiting.incrementAndGet() > WAITING_AT_MOST) {
      waiting.decrementAndGet();
      told.fail(new IllegalStateException("too many records wait for the broker"));
      return;
    }
    queue.add(new Waiting(producerRecord(record), told, Vertx.currentContext()));
    if (queued.getAndIncrement() == 0) {
      handOver();
    }
  }

  /** By one task for all that have come until it runs, which keeps their order. */
  private void handOver() {
    Uni.createFrom()
        .deferred(
            () -> clients.<String, byte[]>getProducer(CHANNEL).runOnSendingThread(this::drain))
        .subscribe()
        .with(done -> {}, this::failAll);
  }

  private void drain(Producer<String, byte[]> producer) {
    do {
      write(producer, queue.remove());
    } while (queued.decrementAndGet() > 0);
  }

  /** Whatever it fails by is told, so that those behind it are written. */
  private void write(Producer<String, byte[]> producer, Waiting one) {
    try {
      producer.send(one.record(), (written, e) -> over(one, e));
    } catch (Throwable e) {
      over(one, e);
    }
  }

  /** There is no producer any more: the service ends. */
  private void failAll(Throwable e) {
    do {
      over(queue.remove(), e);
    } while (queued.decrementAndGet() > 0);
  }

  /** What follows never runs on the producer's own thread. */
  private void over(Waiting one, Throwable e) {
    waiting.decrementAndGet();
    try {
      if (one.context() == null) {
        Infrastructure.getDefaultExecutor().execute(() -> one.tell(e));
      } else {
        one.context().runOnContext(ignored -> one.tell(e));
      }
    } catch (RejectedExecutionException ending) {
      one.tell(ending);
    }
  }

  private static ProducerRecord<String, byte[]> producerRecord(HubRecord record) {
    RecordHeaders headers = new RecordHeaders();
    record
        .headers()
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return new ProducerRecord<>(record.topic(), null, record.key(), record.value(), headers);
  }

  /** A record on its way, and whom to tell where. */
  private record Waiting(
      ProducerRecord<String, byte[]> record, UniEmitter<? super Void> told, Context context) {

    void tell(Throwable e) {
      if (e == null) {
        told.complete(null);
      } else {
        told.fail(e);
      }
    }
  }
}
