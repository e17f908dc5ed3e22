package org.closedloop.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RecordSenderTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int MORE_THAN_MAY_WAIT = 8193;

  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final Queue<Consumer<Producer<String, byte[]>>> tasks = new ArrayDeque<>();
  private final RecordSender sender = new RecordSender(null, clients(), silent());

  @Test
  void shouldWriteInTheOrderOfSendingWithOneTaskForAllThatWait() {
    send("a");
    send("b");
    send("c");
    assertThat(tasks).hasSize(1);
    runTasks();
    assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
  }

  @Test
  void shouldTakeWhatComesWhileItWrites() {
    send("a");
    runTasks();
    send("b");
    assertThat(tasks).hasSize(1);
    runTasks();
    assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly("a", "b");
  }

  @Test
  void shouldCompleteWhenTheBrokerHasItAndNotBefore() {
    CompletableFuture<Void> sent = send("a");
    runTasks();
    assertThat(sent).isNotDone();
    broker.completeNext();
    assertThat(sent).succeedsWithin(LONG);
  }

  @Test
  void shouldFailWhenTheBrokerDoesNotTakeIt() {
    CompletableFuture<Void> sent = send("a");
    runTasks();
    broker.errorNext(new TimeoutException("not taken"));
    assertThatThrownBy(sent::join).hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void shouldFailWhenTheProducerThrowsAndGoOn() {
    broker.sendException = new IllegalStateException("closed");
    CompletableFuture<Void> broken = send("a");
    runTasks();
    assertThatThrownBy(broken::join).hasRootCauseMessage("closed");
    broker.sendException = null;
    send("b");
    runTasks();
    assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly("b");
  }

  @Test
  void shouldFailWhenThereIsNoProducerAnyMore() {
    RecordSender ended =
        new RecordSender(
            null,
            clients(what -> Uni.createFrom().failure(new IllegalStateException("ended"))),
            silent());
    assertThatThrownBy(() -> ended.send(record("a")).await().atMost(LONG)).hasMessage("ended");
    assertThatThrownBy(() -> ended.send(record("b")).await().atMost(LONG)).hasMessage("ended");
  }

  @Test
  void shouldRefuseWhatWouldFillTheMemory() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
      all.add(send("r" + i));
    }
    assertThat(all.get(MORE_THAN_MAY_WAIT - 1)).isCompletedExceptionally();
    assertThat(all.get(MORE_THAN_MAY_WAIT - 2)).isNotDone();
    runTasks();
    broker.completeNext();
    assertThat(all.get(0)).succeedsWithin(LONG);
    assertThat(send("room again")).isNotDone();
  }

  @Test
  void shouldRunWhatFollowsElsewhereThanOnTheProducersThread() throws InterruptedException {
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Void> followed =
        send("a")
            .thenRun(
                () -> {
                  try {
                    goOn.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    runTasks();
    broker.completeNext();
    assertThat(followed).isNotDone();
    goOn.countDown();
    assertThat(followed).succeedsWithin(LONG);
  }

  @Test
  void shouldWriteHeadersOfTheRecordAlone() {
    CompletableFuture<Void> sent =
        sender
            .send(new HubRecord("topic", "key", new byte[] {1}, Map.of("ce_id", "1")))
            .subscribeAsCompletionStage();
    runTasks();
    assertThat(sent).isNotDone();
    ProducerRecord<String, byte[]> written = broker.history().get(0);
    assertThat(written.topic()).isEqualTo("topic");
    assertThat(written.headers().toArray()).hasSize(1);
    assertThat(new String(written.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
        .isEqualTo("1");
  }

  private CompletableFuture<Void> send(String key) {
    return sender.send(record(key)).subscribeAsCompletionStage();
  }

  private static HubRecord record(String key) {
    return new HubRecord("topic", key, new byte[] {1}, Map.of());
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.remove().accept(broker);
    }
  }

  private KafkaClientService clients() {
    return clients(
        task -> {
          tasks.add(task);
          return Uni.createFrom().voidItem();
        });
  }

  /** Of the producer only the one way is there by which the sender reaches it. */
  private static KafkaClientService clients(
      Function<Consumer<Producer<String, byte[]>>, Uni<Void>> run) {
    KafkaProducer<?, ?> producer = proxy(KafkaProducer.class, args -> run.apply(task(args[0])));
    return proxy(KafkaClientService.class, args -> producer);
  }

  @SuppressWarnings("unchecked")
  private static Consumer<Producer<String, byte[]>> task(Object argument) {
    return (Consumer<Producer<String, byte[]>>) argument;
  }

  private static <T> T proxy(Class<T> type, Function<Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> answer.apply(args)));
  }

  private static RecordTraces silent() {
    return new RecordTraces(null, Clock.systemUTC()) {
      @Override
      public Instant begin() {
        return null;
      }
    };
  }
}
