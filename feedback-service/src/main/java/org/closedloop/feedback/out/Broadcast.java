package org.closedloop.feedback.out;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.RecordSender;
import org.jboss.logging.Logger;

/** Tells one decision to the hub's own topics. */
@ApplicationScoped
class Broadcast {

  private static final Logger LOG = Logger.getLogger(Broadcast.class);

  /** Longer than the producer tries, so that what failed here is not written later after all. */
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(12);

  /** What doors hand in and wait for; parts of the hub and operators ask nobody for a verdict. */
  private static final Set<ClaimKind> AWAITED =
      EnumSet.of(ClaimKind.SUBMISSION, ClaimKind.REPORT, ClaimKind.REVOCATION);

  private final RecordSender sender;
  private final MeterRegistry meters;

  Broadcast(RecordSender sender, MeterRegistry meters) {
    this.sender = sender;
    this.meters = meters;
  }

  /**
   * Writes the journal, and the verdict beside it where a door may wait for it. Completes when the
   * broker has acknowledged the former; fails when it has not.
   *
   * @param message the message that goes on, empty when none does
   */
  Uni<Void> journal(EventFacts facts, byte[] message) {
    return journal(facts, HubRecords.journal(facts.decision(), message));
  }

  /** The same of a record that is made already. */
  Uni<Void> journal(EventFacts facts, HubRecord record) {
    Uni<Void> journal = written(record);
    return AWAITED.contains(facts.decision().claim().kind())
        ? Uni.combine().all().unis(journal, tell(facts.verdict())).discardItems()
        : journal;
  }

  /**
   * Writes what dashboards see. Never fails.
   *
   * @return false when it is to be written again later; a record that the broker will never take is
   *     given up, so that the referral's next decisions do not wait for a dashboard
   */
  Uni<Boolean> status(EventFacts facts) {
    return facts.status() == null
        ? Uni.createFrom().item(true)
        : status(HubRecords.status(facts.status()));
  }

  /** The same of any record of {@code referral.status}. */
  Uni<Boolean> status(HubRecord record) {
    return written(record).replaceWith(true).onFailure().recoverWithItem(this::givenUp);
  }

  private boolean givenUp(Throwable e) {
    LOG.warnf("unsent what=status error=%s", e.getClass().getName());
    boolean never =
        e instanceof RecordTooLargeException
            || e instanceof InvalidTopicException
            || e instanceof AuthorizationException;
    if (never) {
      meters.counter("hub.given.up", "topic", Topics.STATUS).increment();
    }
    return never;
  }

  /** Writes a verdict. Best effort, never fails: whoever misses it asks the internal API. */
  Uni<Void> tell(Verdict verdict) {
    return written(HubRecords.verdict(verdict))
        .onFailure()
        .invoke(e -> LOG.warnf("unsent what=verdict claim=%s", verdict.claimId()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> written(HubRecord record) {
    return SafeContext.comingBack(
        () -> sender.send(record).ifNoItem().after(ACKNOWLEDGED_WITHIN).fail());
  }
}
