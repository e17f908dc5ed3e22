package org.closedloop.kit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private static final String TOPIC = "referral.claims";

  private final List<List<Long>> begun = new ArrayList<>();
  private final List<UniEmitter<? super Void>> open = new ArrayList<>();
  private final List<Long> acknowledged = new ArrayList<>();
  private final Gathering gathering = new Gathering(this::begin);

  @Test
  void shouldWorkTogetherOnWhatCameMeanwhileInItsOrder() {
    List<CompletableFuture<Void>> taken = IntStream.range(0, 4).mapToObj(this::take).toList();

    assertThat(taken).as("others may come").allMatch(CompletableFuture::isDone);
    assertThat(begun).containsExactly(List.of(0L));
    end(0);
    assertThat(begun).containsExactly(List.of(0L), List.of(1L, 2L, 3L));
  }

  @Test
  void shouldAcknowledgeOnlyWhatIsDone() {
    IntStream.range(0, 3).forEach(this::take);
    assertThat(acknowledged).isEmpty();
    end(0);
    assertThat(acknowledged).containsExactly(0L);
    end(1);
    assertThat(acknowledged).containsExactly(0L, 1L, 2L);
  }

  @Test
  void shouldTakeInNoMoreWhenMuchIsWaiting() {
    List<CompletableFuture<Void>> taken = IntStream.range(0, 65).mapToObj(this::take).toList();
    assertThat(taken.getLast()).isNotDone();
    end(0);
    end(1);
    assertThat(taken.getLast()).isDone();
  }

  private Uni<Void> begin(List<ConsumerRecord<String, byte[]>> records) {
    begun.add(records.stream().map(ConsumerRecord::offset).toList());
    return Uni.createFrom().emitter(open::add);
  }

  private void end(int round) {
    open.get(round).complete(null);
  }

  private CompletableFuture<Void> take(int offset) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(TOPIC, 0, offset, "key", new byte[1]);
    ConsumerRecords<String, byte[]> poll =
        new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record)), Map.of());
    return gathering
        .take(
            Message.of(
                poll,
                () -> {
                  acknowledged.add((long) offset);
                  return CompletableFuture.completedFuture(null);
                }))
        .subscribeAsCompletionStage();
  }
}
