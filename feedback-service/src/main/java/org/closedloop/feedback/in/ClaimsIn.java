package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.feedback.core.Said;
import org.closedloop.feedback.out.Draining;
import org.closedloop.feedback.out.ParkedClaims;
import org.closedloop.kit.Patience;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes claims, one after the other within a partition: decide and commit, publish, then the record
 * is acknowledged. Nothing is skipped while the world is broken. A claim that cannot be decided is
 * parked, and later ones of its referral queue behind it (design section 4.3); no other waits.
 */
@ApplicationScoped
public class ClaimsIn {

  /** Why a claim is parked that is good itself. */
  static final String BEHIND = "behind-parked";

  static final String UNDECIDABLE = "claim-undecidable";

  private static final Logger LOG = Logger.getLogger(ClaimsIn.class);

  private final Deciding deciding;
  private final ParkedClaims parked;
  private final Draining draining;

  ClaimsIn(Deciding deciding, ParkedClaims parked, Draining draining) {
    this.deciding = deciding;
    this.parked = parked;
    this.draining = draining;
  }

  @Incoming("claims-in")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return draining.run(
        () ->
            Patience.untilDone("parked", place(record), () -> behind(record))
                .chain(waits -> waits ? Uni.createFrom().voidItem() : take(record)));
  }

  private Uni<Boolean> behind(ConsumerRecord<String, byte[]> record) {
    return parked
        .waits(record.key())
        .chain(waits -> waits ? parked.parkBehind(record, BEHIND) : Uni.createFrom().item(false))
        .invoke(
            waits -> {
              if (waits) {
                log(record, BEHIND);
              }
            });
  }

  private Uni<Void> take(ConsumerRecord<String, byte[]> record) {
    return switch (ClaimReading.of(record.value())) {
      case ClaimReading.Readable(Said said) ->
          deciding
              .decide(said)
              .chain(decided -> decided ? Uni.createFrom().voidItem() : park(record, UNDECIDABLE));
      case ClaimReading.Unreadable(String rule, var claim) -> park(record, rule);
    };
  }

  private Uni<Void> park(ConsumerRecord<String, byte[]> record, String rule) {
    log(record, rule);
    return Patience.untilDone("park", place(record), () -> parked.park(record, rule));
  }

  private static void log(ConsumerRecord<String, byte[]> record, String rule) {
    LOG.errorf("parked topic=%s record=%s rule=%s", record.topic(), place(record), rule);
  }

  private static String place(ConsumerRecord<String, byte[]> record) {
    return record.partition() + "/" + record.offset();
  }
}
