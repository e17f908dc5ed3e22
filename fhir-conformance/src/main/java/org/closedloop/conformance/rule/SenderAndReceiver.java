package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.closedloop.conformance.Direction;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/**
 * Initiator and recipient of header and Task are the same: in a request the sender is
 * Task.requester and the receiver Task.owner, in a feedback the other way round.
 */
final class SenderAndReceiver implements Rule {

  @Override
  public String id() {
    return "sender-and-receiver";
  }

  @Override
  public void check(Message message, Report report) {
    Optional<Entry> header = message.view().header();
    Optional<Entry> task = message.view().task();
    if (header.isEmpty() || task.isEmpty()) {
      return;
    }
    boolean request = message.direction() == Direction.REQUEST;
    JsonNode initiator = Nodes.at(task.get().resource(), "requester");
    JsonNode recipient = Nodes.at(task.get().resource(), "owner");
    Parties parties = new Parties(message);
    String initiatorName = "Task.requester";
    String recipientName = "Task.owner";
    if (parties.differ(
        Nodes.at(header.get().resource(), "sender"), request ? initiator : recipient)) {
      report.error(
          header.get().path("sender"),
          "The sender is not "
              + (request ? initiatorName : recipientName)
              + "; correct one of them.");
    }
    JsonNode receiver = Nodes.at(header.get().resource(), "destination", "receiver");
    if (parties.differ(receiver, request ? recipient : initiator)) {
      report.error(
          header.get().path("destination[0].receiver"),
          "The receiver is not "
              + (request ? recipientName : initiatorName)
              + "; correct one of them.");
    }
  }
}
