package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.out.Queues;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.codec.CodecException;
import org.closedloop.core.codec.Envelope;
import org.closedloop.kit.Draining;
import org.closedloop.kit.Patience;
import org.closedloop.kit.desk.Gathering;
import org.closedloop.kit.kafka.Received;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes filtered messages from {@code referral.routed.*} into the queues. A batch is one
 * transaction and is acknowledged after its commit, not after delivery.
 */
@ApplicationScoped
public class RoutedIn {

  private final Queues queues;
  private final Unreadable unreadable;
  private final Draining draining;
  private final Gathering gathering = new Gathering(this::take);

  RoutedIn(Queues queues, Unreadable unreadable, Draining draining) {
    this.queues = queues;
    this.unreadable = unreadable;
    this.draining = draining;
  }

  @Incoming("routed-in")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> poll) {
    return gathering.take(poll);
  }

  private Uni<Void> take(List<ConsumerRecord<String, byte[]>> records) {
    List<RoutedMessage> messages = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> broken = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        messages.add(read(record));
      } catch (RuntimeException e) {
        // Reading needs nothing but the record: whatever fails, it must not stop those behind it.
        broken.add(record);
      }
    }
    return draining.run(() -> unreadable.keep(broken).chain(() -> enqueue(messages)));
  }

  private static RoutedMessage read(ConsumerRecord<String, byte[]> record) {
    Envelope envelope = Received.open(record);
    RoutedMessage message = new RoutedMessage(envelope.facts(Routed.class), envelope.payload());
    if (!message.complete()) {
      throw new CodecException("not a whole routed message");
    }
    return message;
  }

  private Uni<Void> enqueue(List<RoutedMessage> messages) {
    return messages.isEmpty()
        ? Uni.createFrom().voidItem()
        : Patience.untilDone(
            "enqueue", messages.get(0).routed().referralId(), () -> queues.enqueue(messages));
  }
}
