package org.closedloop.router.in;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of one referral one after the other, those of different referrals side by side. */
final class InTurn {

  private final Function<ConsumerRecord<String, byte[]>, Uni<Void>> work;

  InTurn(Function<ConsumerRecord<String, byte[]>, Uni<Void>> work) {
    this.work = work;
  }

  /**
   * @param records in the order of their partitions
   * @return done when all are
   */
  Uni<Void> all(List<ConsumerRecord<String, byte[]>> records) {
    Map<String, ConsumerRecord<String, byte[]>> first = new LinkedHashMap<>();
    List<ConsumerRecord<String, byte[]>> later = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (first.putIfAbsent(String.valueOf(record.key()), record) != null) {
        later.add(record);
      }
    }
    Uni<Void> now =
        Uni.join().all(first.values().stream().map(work).toList()).andFailFast().replaceWithVoid();
    return later.isEmpty() ? now : now.chain(() -> all(later));
  }
}
