package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.core.topic.Topics;
import org.closedloop.feedback.core.CallbackFate;
import org.closedloop.feedback.core.Trial;
import org.jboss.logging.Logger;

/**
 * The initiator's own copy of a decision, for those who hear by topic. What its topic does not take
 * at once becomes a callback and is retried as one, so that neither the event nor anybody else
 * waits.
 */
@ApplicationScoped
class PartyCopies {

  private static final Logger LOG = Logger.getLogger(PartyCopies.class);

  private final PartyTopics topics;
  private final Lanes lanes;
  private final Clock clock;

  PartyCopies(PartyTopics topics, Lanes lanes, Clock clock) {
    this.topics = topics;
    this.lanes = lanes;
    this.clock = clock;
  }

  /**
   * Writes the copy.
   *
   * @param behind whether an earlier message of the referral still waits for this initiator
   * @return the callback to be kept in the same transaction, when the copy has to wait
   */
  Uni<Optional<CallbackRow>> write(
      EventRow event, EventFacts facts, byte[] message, boolean behind) {
    String party = Topics.partyOf(facts.feedbackTopic());
    CallbackRow kept =
        CallbackRow.of(facts.decision(), party, event.payloadId, CallbackChannel.TOPIC);
    if (behind || lanes.enter(party, 1) == 0) {
      return Uni.createFrom().item(Optional.of(kept));
    }
    return topics
        .send(facts.feedbackTopic(), facts.decision().referralId(), message)
        .invoke(answer -> lanes.over(party, answer))
        .map(answer -> settled(kept, answer));
  }

  private Optional<CallbackRow> settled(CallbackRow kept, PushAnswer answer) {
    Instant now = clock.instant();
    double chance = ThreadLocalRandom.current().nextDouble();
    CallbackFate fate =
        CallbackFate.of(answer, new Trial(lanes.patience(kept.party), 1, now, now, chance));
    if (fate instanceof CallbackFate.Done) {
      return Optional.empty();
    }
    LOG.warnf("topic copy kept referral=%s party=%s", kept.referralId, kept.party);
    kept.lease(now, Duration.ZERO);
    kept.settle(1, fate, now);
    return Optional.of(kept);
  }
}
