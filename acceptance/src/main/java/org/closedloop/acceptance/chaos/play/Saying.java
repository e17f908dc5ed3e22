package org.closedloop.acceptance.chaos.play;

import org.closedloop.acceptance.chaos.ledger.Sent;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Transition;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.Message;

/**
 * A message of a journey.
 *
 * @param row the row it should make happen
 * @param id MessageHeader.id
 * @param body the message
 */
public record Saying(Transition row, String id, byte[] body) {

  /** The message that makes a row happen; the same each time it is asked for. */
  public static Saying of(ExampleMessages examples, Journey journey, Transition row) {
    ExampleMessages.Loop loop = journey.loop();
    byte[] body =
        switch (row.trigger()) {
          case SEND_REFERRAL_PACKAGE -> examples.request(loop);
          case SEND_CANCELLATION_REQUEST ->
              examples.cancellationRequest(loop, row.tid(), "Patient moved away");
          case SEND_REFERRAL_OUTCOME -> examples.outcome(loop);
          case SEND_INTERIM_CONSULTATION_NOTE -> examples.interimNote(loop, row.to(), row.tid());
          default -> examples.update(loop, row.to(), row.tid());
        };
    return new Saying(row, Message.of(body).messageId(), body);
  }

  /** A message that makes a row happen, if it may; under an id of its own. */
  static Saying early(ExampleMessages examples, Journey journey, Transition row) {
    ExampleMessages.Loop loop = journey.loop();
    String nonce = "early-" + row.tid();
    byte[] body =
        switch (row.trigger()) {
          case SEND_CANCELLATION_REQUEST ->
              examples.cancellationRequest(loop, nonce, "Patient moved away");
          case SEND_REFERRAL_OUTCOME -> examples.outcome(loop, nonce);
          case SEND_INTERIM_CONSULTATION_NOTE -> examples.interimNote(loop, row.to(), nonce);
          default -> examples.update(loop, row.to(), nonce);
        };
    return new Saying(row, Message.of(body).messageId(), body);
  }

  /** Where its sender says it when it speaks by topic. */
  public String topic(Journey journey) {
    return row.actor() == Actor.INITIATOR
        ? Topics.initiatorReferrals(journey.loop().initiator().id())
        : Topics.programResponses(journey.loop().program().id());
  }

  /** For the account. */
  Sent sent() {
    return sentAs(id);
  }

  /** For the account, when it is said without this message. */
  Sent sentAs(String otherId) {
    return new Sent(row.tid(), row.actor(), otherId, row.to().toString(), System.nanoTime());
  }
}
