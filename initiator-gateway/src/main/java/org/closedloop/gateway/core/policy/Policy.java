package org.closedloop.gateway.core.policy;

import java.util.Optional;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/** One rule about who may send what to whom. Pure; one small class each, listed in Policies. */
interface Policy {

  /** The refusal; empty when the rule is kept or does not concern this message. */
  Optional<Refusal> judge(Arrival arrival);
}
