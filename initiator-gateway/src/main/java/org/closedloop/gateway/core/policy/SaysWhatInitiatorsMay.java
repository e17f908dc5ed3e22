package org.closedloop.gateway.core.policy;

import java.util.Optional;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;
import org.closedloop.gateway.core.arrival.Saying;

/** An initiator opens a referral or asks for its cancellation; see {@link Saying}. */
final class SaysWhatInitiatorsMay implements Policy {

  @Override
  public Optional<Refusal> judge(Arrival arrival) {
    return arrival.saying() instanceof Saying.NotForInitiators no
        ? Optional.of(no.refusal())
        : Optional.empty();
  }
}
