package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.feedback.out.DeadLetterIndex;
import org.closedloop.kit.Draining;
import org.closedloop.kit.Patience;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows every dead-letter topic, so that what waits there is listed by referral. */
@ApplicationScoped
public class DeadLettersIn {

  private final DeadLetterIndex index;
  private final Draining draining;

  DeadLettersIn(DeadLetterIndex index, Draining draining) {
    this.index = index;
    this.draining = draining;
  }

  @Incoming("dead-letters-in")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    String place = record.partition() + "/" + record.offset();
    return draining.run(() -> Patience.untilDone("dead-letter", place, () -> index.add(record)));
  }
}
