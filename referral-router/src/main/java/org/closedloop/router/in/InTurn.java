package org.closedloop.router.in;

import io.smallrye.mutiny.Uni;
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
    Map<String, Uni<Void>> turns = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      turns.merge(
          String.valueOf(record.key()),
          Uni.createFrom().deferred(() -> work.apply(record)),
          (before, mine) -> before.chain(() -> mine));
    }
    return Uni.join().all(List.copyOf(turns.values())).andFailFast().replaceWithVoid();
  }
}
