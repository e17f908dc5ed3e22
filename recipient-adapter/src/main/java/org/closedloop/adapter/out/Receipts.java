package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.closedloop.adapter.core.Replies;
import org.closedloop.core.fhir.Answer;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.Patience;
import org.closedloop.kit.http.RefusedMessages;
import org.closedloop.kit.kafka.DeadLetters;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.PartyRecord;
import org.closedloop.kit.kafka.RecordSender;

/**
 * Tells a program on {@code program.<id>.receipts} what became of a response. Broker trouble is
 * waited out. Topic, key and headers are ours alone.
 */
@ApplicationScoped
public class Receipts {

  private final RecordSender sender;
  private final DeadLetters deadLetters;
  private final RefusedMessages refusals;

  Receipts(RecordSender sender, DeadLetters deadLetters, RefusedMessages refusals) {
    this.refusals = refusals;
    this.sender = sender;
    this.deadLetters = deadLetters;
  }

  /** The response was accepted. */
  public Uni<Void> accepted(PartyRecord record, Answer answer) {
    return send(record, answer.task().id(), HubMessages.receiptMessage(answer));
  }

  /**
   * The response was refused: the reason to the program, the original to the dead letters.
   *
   * @param key referral id, or null
   * @param messageId MessageHeader.id of the response, or null
   */
  public Uni<Void> refused(
      PartyRecord record, String key, String messageId, Refusal refusal, Instant at) {
    String answerId = Replies.answerId(record.name());
    refusals.count(refusal);
    return send(record, key, HubMessages.refusalMessage(messageId, refusal, answerId, at))
        .chain(() -> keep(record, refusal, key));
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
    HubRecord receipt = HubRecord.ofParty(Topics.programReceipts(record.party()), key, message);
    return Patience.untilDone("receipt", record.name(), () -> sender.send(receipt));
  }
}
