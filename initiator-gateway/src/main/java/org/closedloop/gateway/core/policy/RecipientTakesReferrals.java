package org.closedloop.gateway.core.policy;

import java.util.Optional;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/** A new referral goes to an active program; what is asked of an old one may still be asked. */
final class RecipientTakesReferrals implements Policy {

  @Override
  public Optional<Refusal> judge(Arrival arrival) {
    boolean inactive = arrival.recipient().filter(party -> !party.active()).isPresent();
    return !inactive || !arrival.opensReferral()
        ? Optional.empty()
        : Optional.of(
            Elements.recipientUnknown(
                "The program of Task.owner takes no referrals at present. Choose another one."));
  }
}
