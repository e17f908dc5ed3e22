package org.closedloop.gateway.core.policy;

import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/**
 * Who sends is told by token or topic; the message must not say otherwise (design section 5, 403).
 */
final class SenderIsParty implements Policy {

  @Override
  public Optional<Refusal> judge(Arrival arrival) {
    if (arrival.sender().npi().equals(arrival.facts().senderNpi())) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            403,
            Finding.error(
                "sender-not-party",
                "forbidden",
                Elements.SENDER,
                "The organization of MessageHeader.sender is not the party this token or topic"
                    + " belongs to. Send with your own organization's NPI.")));
  }
}
