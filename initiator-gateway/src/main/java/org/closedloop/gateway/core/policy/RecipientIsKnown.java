package org.closedloop.gateway.core.policy;

import java.util.Optional;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/** Task.owner is of an organization that the directory knows as a recipient. */
final class RecipientIsKnown implements Policy {

  @Override
  public Optional<Refusal> judge(Arrival arrival) {
    return arrival.recipient().filter(p -> p.roles().contains(Role.RECIPIENT)).isPresent()
        ? Optional.empty()
        : Optional.of(
            Elements.recipientUnknown(
                "The directory has no program with the NPI of Task.owner's organization. Ask the"
                    + " hub's operators which programs it reaches."));
  }
}
