package org.closedloop.router.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.kit.Draining;
import org.closedloop.kit.Judging;
import org.closedloop.kit.Patience;
import org.closedloop.kit.desk.Gathering;
import org.closedloop.kit.kafka.DeadLetters;
import org.closedloop.kit.kafka.Received;
import org.closedloop.router.core.Destination;
import org.closedloop.router.core.HubNotice;
import org.closedloop.router.core.Packing;
import org.closedloop.router.core.Packing.Packed;
import org.closedloop.router.core.Routing;
import org.closedloop.router.out.RouterOut;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Follows {@code referral.journal}, what has come meanwhile together. A record is acknowledged when
 * all that follows from it is safe at the broker; after a crash it is simply done again, and the
 * adapter drops what it has.
 */
@ApplicationScoped
public class JournalIn {

  private static final Logger LOG = Logger.getLogger(JournalIn.class);

  private final Directory directory;
  private final UseCaseCatalog catalog;
  private final RouterOut out;
  private final DeadLetters deadLetters;
  private final Packing packing;
  private final Draining draining;
  private final Judging judging;
  private final Gathering gathering = new Gathering(this::take);

  /** What a referral's decisions bring is written in their order; no other waits for it. */
  private final InTurn inTurn = new InTurn(this::follow);

  JournalIn(
      Directory directory,
      UseCaseCatalog catalog,
      RouterOut out,
      DeadLetters deadLetters,
      Packing packing,
      Draining draining,
      Judging judging) {
    this.draining = draining;
    this.judging = judging;
    this.directory = directory;
    this.catalog = catalog;
    this.packing = packing;
    this.out = out;
    this.deadLetters = deadLetters;
  }

  @Incoming("journal-in")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> poll) {
    return gathering.take(poll);
  }

  private Uni<Void> take(List<ConsumerRecord<String, byte[]>> records) {
    return draining.run(() -> inTurn.all(records));
  }

  /** Filter and gate take time. */
  private Uni<Void> follow(ConsumerRecord<String, byte[]> record) {
    return Patience.untilDone(
        "follow", record.key(), () -> judging.run(() -> work(record)).chain(done -> done));
  }

  private Uni<Void> work(ConsumerRecord<String, byte[]> record) {
    try {
      Envelope envelope = Received.open(record);
      return follow(record, envelope.facts(Decision.class), envelope.payload());
    } catch (RuntimeException e) {
      // Not the broken world but a record nobody can use: it must not stop those behind it.
      LOG.errorf(
          "journal unusable partition=%d offset=%d error=%s",
          record.partition(), record.offset(), e.getClass().getName());
      return keep(record, List.of("unusable"));
    }
  }

  private Uni<Void> follow(
      ConsumerRecord<String, byte[]> record, Decision decision, byte[] message) {
    return switch (Routing.decide(decision, directory, catalog)) {
      case Destination.NotForRouting none -> Uni.createFrom().voidItem();
      case Destination.Undeliverable never -> out.undeliverable(never);
      case Destination.Route route ->
          switch (pack(route, decision, message)) {
            case Packed.Ready(Filtered filtered) -> out.route(route.routed(), filtered);
            case Packed.Unfit unfit -> refuse(record, unfit);
          };
    };
  }

  private Packed pack(Destination.Route route, Decision decision, byte[] message) {
    return HubNotice.isOne(decision)
        ? packing.notice(route, HubNotice.forProgram(decision, message))
        : packing.pack(route, message);
  }

  /**
   * A package ends as undeliverable. A later message cannot end its referral, which the program may
   * have: it is put where operators look.
   */
  private Uni<Void> refuse(ConsumerRecord<String, byte[]> record, Packed.Unfit unfit) {
    Routed routed = unfit.routed();
    LOG.errorf(
        "filtered message refused referral=%s sequence=%d usecase=%s reason=%s rules=%s",
        routed.referralId(), routed.sequence(), routed.useCase(), unfit.reason(), unfit.ruleIds());
    return routed.referral()
        ? out.undeliverable(new Destination.Undeliverable(routed.referralId(), unfit.reason()))
        : keep(record, unfit.ruleIds());
  }

  private Uni<Void> keep(ConsumerRecord<String, byte[]> record, List<String> rules) {
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
                rules));
  }
}
