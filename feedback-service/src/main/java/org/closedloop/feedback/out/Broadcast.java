package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.claim.Verdict;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.RecordSender;
import org.jboss.logging.Logger;

/** Tells one decision to all topics that are to hear of it. */
@ApplicationScoped
public class Broadcast {

  private static final Logger LOG = Logger.getLogger(Broadcast.class);
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

  private final RecordSender sender;

  Broadcast(RecordSender sender) {
    this.sender = sender;
  }

  /**
   * Writes journal, status and the initiator's topic, and the verdict beside them. Completes when
   * the broker has acknowledged all but the verdict; fails when it has not.
   *
   * @param message the message that goes on, empty when none does
   */
  Uni<Void> tell(EventFacts facts, byte[] message) {
    List<Uni<Void>> sends = new ArrayList<>();
    sends.add(sender.send(HubRecords.journal(facts.decision(), message)));
    if (facts.status() != null) {
      sends.add(sender.send(HubRecords.status(facts.status())));
    }
    if (facts.feedbackTopic() != null) {
      String key = facts.decision().referralId();
      sends.add(sender.send(HubRecord.ofParty(facts.feedbackTopic(), key, message)));
    }
    sends.add(tell(facts.verdict()));
    return SafeContext.comingBack(
        () ->
            Uni.join()
                .all(sends)
                .andCollectFailures()
                .ifNoItem()
                .after(ACKNOWLEDGED_WITHIN)
                .fail()
                .replaceWithVoid());
  }

  /** Writes a verdict. Best effort, never fails: whoever misses it asks the internal API. */
  Uni<Void> tell(Verdict verdict) {
    return sender
        .send(HubRecords.verdict(verdict))
        .onFailure()
        .invoke(e -> LOG.warnf("unsent what=verdict claim=%s", verdict.claimId()))
        .onFailure()
        .recoverWithNull();
  }
}
