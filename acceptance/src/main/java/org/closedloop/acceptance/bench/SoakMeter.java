package org.closedloop.acceptance.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.local.StackStatus.PartStatus;
import org.closedloop.stack.process.StackFailure;

/** Memory of a stack's processes and how far its consumers are behind. */
final class SoakMeter {

  private static final long AGAIN_MS = 500;

  private final LocalStack stack;

  SoakMeter(LocalStack stack) {
    this.stack = stack;
  }

  /** Resident MB by process. */
  Map<String, Long> memory() {
    Map<String, Long> all = new TreeMap<>();
    for (PartStatus part : stack.status().services()) {
      all.put(part.name(), part.rssMb());
    }
    return all;
  }

  /**
   * Records not yet taken, by consumer group, once all are: offsets are committed a second or two
   * after the work is done.
   *
   * @param patience how long to wait for that; then what is left is the answer
   */
  Map<String, Long> lagAtRest(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<String, Long> lag = lag();
    while (lag.values().stream().anyMatch(one -> one > 0) && System.nanoTime() < deadline) {
      Thread.sleep(AGAIN_MS);
      lag = lag();
    }
    return lag;
  }

  /** Records not yet taken, by consumer group. */
  Map<String, Long> lag() throws InterruptedException {
    Map<String, Long> all = new TreeMap<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      List<String> groups =
          admin.listGroups().all().get().stream().map(one -> one.groupId()).toList();
      for (String group : groups) {
        all.put(group, lag(admin, group));
      }
    } catch (ExecutionException e) {
      throw new StackFailure("The broker does not say who lags: " + e.getMessage(), e);
    }
    return all;
  }

  private static long lag(Admin admin, String group)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> taken =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> wanted = new java.util.HashMap<>();
    taken.forEach(
        (part, at) -> {
          if (at != null) {
            wanted.put(part, OffsetSpec.latest());
          }
        });
    Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(wanted).all().get();
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue().offset() - taken.get(end.getKey()).offset()))
        .sum();
  }
}
