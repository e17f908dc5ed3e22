package org.closedloop.gateway.in;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.core.directory.Party;
import org.closedloop.gateway.core.StatusTicket;
import org.closedloop.gateway.core.TicketSeal;
import org.closedloop.kit.HubConfig;

/** The address of a 202's Location: the claim, and a ticket that only this party can use. */
@ApplicationScoped
class StatusAddress {

  /** Path before the claim id. */
  static final String PATH = "/fhir/message-status";

  private final TicketSeal seal;

  StatusAddress(HubConfig config) {
    this.seal = new TicketSeal(config.internalKey());
  }

  /** The address, from the root of this server. */
  String of(Party party, StatusTicket ticket) {
    return PATH + "/" + ticket.claimId() + "?ticket=" + seal.seal(party.id(), ticket);
  }

  /** The ticket of an address; empty when it was not made for this party. */
  Optional<StatusTicket> ticket(Party party, String claimId, String text) {
    return seal.open(party.id(), claimId, text);
  }
}
