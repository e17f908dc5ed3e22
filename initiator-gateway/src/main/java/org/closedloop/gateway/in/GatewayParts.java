package org.closedloop.gateway.in;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.closedloop.conformance.Gate;
import org.closedloop.core.directory.Directory;
import org.closedloop.gateway.core.Intake;

/** Puts the parts of the core together. */
@ApplicationScoped
class GatewayParts {

  @Produces
  @Singleton
  Intake intake(Gate gate, Directory directory, Clock clock) {
    return new Intake(gate, directory, clock);
  }
}
