package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.adapter.out.Receipts;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.kit.kafka.PartyRecord;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Answers of programs on {@code program.<id>.responses}. Who sends is told by the topic's name. A
 * record is acknowledged when its program has been told, so nothing is lost; several are judged
 * side by side, and those of one referral enter in their order.
 */
@ApplicationScoped
public class ResponsesIn {

  private static final Refusal PARTY_UNKNOWN =
      Refusal.of(
          403,
          Finding.error(
              "party-unknown", "forbidden", "", "The topic belongs to no active recipient."));

  private final Directory directory;
  private final TopicDoor door;
  private final Receipts receipts;

  ResponsesIn(Directory directory, TopicDoor door, Receipts receipts) {
    this.directory = directory;
    this.door = door;
    this.receipts = receipts;
  }

  @Incoming("responses-in")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  Uni<Void> consume(Message<byte[]> message) {
    PartyRecord record = PartyRecord.of(message);
    Uni<Void> done = Uni.createFrom().completionStage(message::ack);
    return program(record)
        .map(party -> door.take(party, record, done))
        .orElseGet(() -> receipts.keep(record, PARTY_UNKNOWN).chain(() -> done));
  }

  private Optional<Party> program(PartyRecord record) {
    return directory
        .find(record.party())
        .filter(Party::active)
        .filter(party -> party.roles().contains(Role.RECIPIENT));
  }
}
