package org.closedloop.gateway.core.policy;

import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/**
 * The initiator is both sender and Task.requester (guide, workflow management). Answers of the
 * program find the referral by the requester, so another one there would never be answered.
 */
final class RequesterIsSender implements Policy {

  @Override
  public Optional<Refusal> judge(Arrival arrival) {
    if (arrival.sender().npi().equals(arrival.facts().requesterNpi())) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            422,
            Finding.error(
                "requester-not-sender",
                Elements.REQUESTER,
                "Task.requester is not of the sender's organization. The initiator is both sender"
                    + " and requester.")));
  }
}
