package org.closedloop.router.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.kit.Patience;
import org.closedloop.kit.kafka.DeadLetters;
import org.closedloop.kit.kafka.Received;
import org.closedloop.router.core.Destination;
import org.closedloop.router.core.HubNotice;
import org.closedloop.router.core.Routing;
import org.closedloop.router.out.RouterOut;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Follows {@code referral.journal}. A record is acknowledged when all that follows from it is safe
 * at the broker; after a crash it is simply done again, and the adapter drops what it has.
 */
@ApplicationScoped
public class JournalIn {

  private static final Logger LOG = Logger.getLogger(JournalIn.class);

  private final Directory directory;
  private final UseCaseCatalog catalog;
  private final RouterOut out;
  private final DeadLetters deadLetters;

  JournalIn(Directory directory, UseCaseCatalog catalog, RouterOut out, DeadLetters deadLetters) {
    this.directory = directory;
    this.catalog = catalog;
    this.out = out;
    this.deadLetters = deadLetters;
  }

  @Incoming("journal-in")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    try {
      Envelope envelope = Received.open(record);
      return follow(envelope.facts(Decision.class), envelope.payload());
    } catch (RuntimeException e) {
      // Not the broken world but a record nobody can use: it must not stop those behind it.
      return keep(record, e);
    }
  }

  private static byte[] forProgram(Decision decision, byte[] message) {
    return HubNotice.isOne(decision) ? HubNotice.forProgram(decision, message) : message;
  }

  private Uni<Void> follow(Decision decision, byte[] message) {
    return switch (Routing.decide(decision, directory, catalog)) {
      case Destination.NotForRouting none -> Uni.createFrom().voidItem();
      case Destination.Undeliverable never -> out.undeliverable(never);
      case Destination.Route route ->
          out.route(
              route.routed(),
              MinimumNecessary.request(forProgram(decision, message), route.useCase()));
    };
  }

  private Uni<Void> keep(ConsumerRecord<String, byte[]> record, RuntimeException e) {
    LOG.errorf(
        "journal unusable partition=%d offset=%d error=%s",
        record.partition(), record.offset(), e.getClass().getName());
    return Patience.untilDone(
        "dead-letter",
        "journal",
        () ->
            deadLetters.keep(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                List.of("unusable")));
  }
}
