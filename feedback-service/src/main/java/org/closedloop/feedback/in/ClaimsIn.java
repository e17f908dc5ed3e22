package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.closedloop.feedback.out.CallbackWorker;
import org.closedloop.feedback.out.Draining;
import org.closedloop.feedback.out.Publisher;
import org.closedloop.feedback.out.Recorder;
import org.closedloop.feedback.out.UndecidableClaimException;
import org.closedloop.kit.Patience;
import org.closedloop.kit.kafka.DeadLetters;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes claims, one after the other within a partition: decide and commit, publish, then the record
 * is acknowledged. Nothing is skipped while the world is broken.
 */
@ApplicationScoped
public class ClaimsIn {

  private static final Logger LOG = Logger.getLogger(ClaimsIn.class);
  private static final int RACES = 10;

  private final Recorder recorder;
  private final Publisher publisher;
  private final CallbackWorker callbacks;
  private final Revocations revocations;
  private final DeadLetters deadLetters;
  private final Draining draining;

  ClaimsIn(
      Recorder recorder,
      Publisher publisher,
      CallbackWorker callbacks,
      Revocations revocations,
      DeadLetters deadLetters,
      Draining draining) {
    this.recorder = recorder;
    this.publisher = publisher;
    this.callbacks = callbacks;
    this.revocations = revocations;
    this.deadLetters = deadLetters;
    this.draining = draining;
  }

  @Incoming("claims-in")
  Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
    return draining.run(
        () ->
            switch (ClaimReading.of(record.value())) {
              case ClaimReading.Readable(Said said) -> decide(said, record);
              case ClaimReading.Unreadable(String rule) -> keepAside(record, rule);
            });
  }

  private Uni<Void> decide(Said said, ConsumerRecord<String, byte[]> record) {
    return Patience.untilDone("claim", said.claim().claimId(), () -> recorded(said))
        .chain(
            outcome ->
                switch (outcome) {
                  case Outcome.Ruled(Ruling ruling) -> follow(said, ruling);
                  case Outcome.Broke(String where) -> {
                    LOG.errorf("undecidable claim=%s where=%s", said.claim().claimId(), where);
                    yield keepAside(record, "claim-undecidable");
                  }
                });
  }

  /** A lost race for an identity is run again at once: then it sees who won. */
  private Uni<Outcome> recorded(Said said) {
    return recorder
        .record(said)
        .onFailure(Races::lost)
        .retry()
        .atMost(RACES)
        .<Outcome>map(Outcome.Ruled::new)
        .onFailure(UndecidableClaimException.class)
        .recoverWithItem(e -> new Outcome.Broke(e.getMessage()));
  }

  private Uni<Void> follow(Said said, Ruling ruling) {
    log(said.claim(), ruling);
    return revocations
        .carryOut(said.claim(), ruling)
        .invoke(callbacks::wake)
        .chain(() -> publisher.publish(ruling));
  }

  private Uni<Void> keepAside(ConsumerRecord<String, byte[]> record, String rule) {
    String place = record.partition() + "/" + record.offset();
    LOG.errorf("kept aside topic=%s record=%s rule=%s", record.topic(), place, rule);
    return Patience.untilDone(
        "dead-letter",
        place,
        () ->
            deadLetters.keep(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                List.of(rule)));
  }

  private static void log(Claim claim, Ruling ruling) {
    LOG.infof(
        "decided referral=%s claim=%s kind=%s party=%s accepted=%s sequence=%d tid=%s repeated=%s",
        claim.referralId(),
        claim.claimId(),
        claim.kind(),
        claim.party(),
        ruling.verdict().accepted(),
        ruling.verdict().sequence(),
        ruling.verdict().tid(),
        ruling instanceof Ruling.Repeated);
  }

  /** What came of an attempt that needs no other. */
  private sealed interface Outcome {

    record Ruled(Ruling ruling) implements Outcome {}

    record Broke(String where) implements Outcome {}
  }
}
