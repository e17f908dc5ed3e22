package org.closedloop.adapter.in;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.kit.Patience;
import org.closedloop.kit.kafka.DeadLetters;
import org.jboss.logging.Logger;

/** Records of the hub's own topics that this version cannot read: kept aside, the rest goes on. */
@ApplicationScoped
class Unreadable {

  private static final Logger LOG = Logger.getLogger(Unreadable.class);
  private static final List<String> RULES = List.of("not-decodable");

  private final DeadLetters deadLetters;

  Unreadable(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /** Completes when all originals are safe. */
  Uni<Void> keep(List<ConsumerRecord<String, byte[]>> records) {
    return Multi.createFrom()
        .iterable(records)
        .onItem()
        .transformToUniAndConcatenate(this::keep)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> keep(ConsumerRecord<String, byte[]> record) {
    LOG.errorf(
        "not decodable topic=%s partition=%d offset=%d",
        record.topic(), record.partition(), record.offset());
    return Patience.untilDone(
        "dead-letter",
        record.key(),
        () ->
            deadLetters.keep(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                RULES,
                record.key()));
  }
}
