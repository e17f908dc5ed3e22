package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.CodecException;
import org.closedloop.kit.desk.ClaimDesk;
import org.closedloop.kit.kafka.Received;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears every verdict; those somebody here waits for are passed on. Best effort. */
@ApplicationScoped
public class VerdictsIn {

  private static final Logger LOG = Logger.getLogger(VerdictsIn.class);

  private final ClaimDesk desk;

  VerdictsIn(ClaimDesk desk) {
    this.desk = desk;
  }

  @Incoming("verdicts-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> poll) {
    poll.forEach(this::hear);
    return Uni.createFrom().voidItem();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    try {
      desk.decided(Received.open(record).facts(Verdict.class));
    } catch (CodecException e) {
      LOG.warnf("not decodable topic=%s offset=%d", record.topic(), record.offset());
    }
  }
}
