package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.core.topic.Topics;
import org.closedloop.feedback.core.CallbackFate;
import org.closedloop.feedback.core.Trial;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
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
   * Writes the copy, or keeps it as a callback in the same transaction.
   *
   * @param behind whether an earlier message of the referral still waits for this initiator
   * @return whether something waits now
   */
  Uni<Boolean> write(
      StatelessSession session, EventRow event, EventFacts facts, byte[] message, boolean behind) {
    if (facts.feedbackTopic() == null) {
      return Uni.createFrom().item(behind);
    }
    String party = Topics.partyOf(facts.feedbackTopic());
    CallbackRow kept =
        CallbackRow.of(facts.decision(), party, event.payloadId, CallbackChannel.TOPIC);
    if (behind || lanes.enter(party, 1) == 0) {
      return session.insert(kept).replaceWith(true);
    }
    return topics
        .send(facts.feedbackTopic(), facts.decision().referralId(), message)
        .invoke(answer -> lanes.over(party, answer))
        .chain(answer -> settled(session, kept, answer));
  }

  private Uni<Boolean> settled(StatelessSession session, CallbackRow kept, PushAnswer answer) {
    Instant now = clock.instant();
    double chance = ThreadLocalRandom.current().nextDouble();
    CallbackFate fate =
        CallbackFate.of(answer, new Trial(lanes.patience(kept.party), 1, now, now, chance));
    if (fate instanceof CallbackFate.Done) {
      return Uni.createFrom().item(false);
    }
    LOG.warnf("topic copy kept referral=%s party=%s", kept.referralId, kept.party);
    kept.lease(now, Duration.ZERO);
    kept.settle(1, fate, now);
    return session.insert(kept).replaceWith(true);
  }
}
