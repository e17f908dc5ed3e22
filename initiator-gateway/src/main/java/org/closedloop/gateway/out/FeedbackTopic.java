package org.closedloop.gateway.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.closedloop.core.fhir.Answer;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.topic.Topics;
import org.closedloop.gateway.core.Admission.Origin;
import org.closedloop.gateway.core.Replies;
import org.closedloop.kit.Patience;
import org.closedloop.kit.http.RefusedMessages;
import org.closedloop.kit.kafka.DeadLetters;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.PartyRecord;
import org.closedloop.kit.kafka.RecordSender;
import org.jboss.logging.Logger;

/**
 * Tells a hospital that sent by topic what became of it, on {@code initiator.<id>.feedback}. Waits
 * out a broken broker; each method completes when everything is safe.
 */
@ApplicationScoped
public class FeedbackTopic {

  private static final Logger LOG = Logger.getLogger(FeedbackTopic.class);

  private final RecordSender sender;
  private final DeadLetters deadLetters;
  private final RefusedMessages refusals;

  FeedbackTopic(RecordSender sender, DeadLetters deadLetters, RefusedMessages refusals) {
    this.refusals = refusals;
    this.sender = sender;
    this.deadLetters = deadLetters;
  }

  /** The message was accepted. */
  public Uni<Void> accepted(PartyRecord record, Answer answer) {
    byte[] message = HubMessages.receiptMessage(answer);
    return Patience.untilDone(
        "receipt", record.name(), () -> send(record, answer.task().id(), message));
  }

  /** The message was refused: the reason to the sender, the original to the dead letters. */
  public Uni<Void> refused(PartyRecord record, Refusal refusal, Origin origin, Instant at) {
    LOG.infof(
        "refused record=%s status=%d rules=%s",
        record.name(), refusal.httpStatus(), refusal.ruleIds());
    refusals.count(refusal);
    byte[] message =
        HubMessages.refusalMessage(
            origin.messageId().orElse(null), refusal, Replies.answerId(record.name()), at);
    return Patience.untilDone(
            "refusal", record.name(), () -> send(record, origin.referralId().orElse(null), message))
        .chain(() -> keep(record, refusal, origin.referralId().orElse(null)));
  }

  /** Nobody can be told: only the original is kept. */
  public Uni<Void> keep(PartyRecord record, Refusal refusal) {
    return keep(record, refusal, null);
  }

  private Uni<Void> keep(PartyRecord record, Refusal refusal, String referralId) {
    return Patience.untilDone(
        "dead-letter",
        record.name(),
        () ->
            deadLetters.keep(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                refusal.ruleIds(),
                referralId));
  }

  private Uni<Void> send(PartyRecord record, String key, byte[] message) {
    return sender.send(HubRecord.ofParty(Topics.initiatorFeedback(record.party()), key, message));
  }
}
