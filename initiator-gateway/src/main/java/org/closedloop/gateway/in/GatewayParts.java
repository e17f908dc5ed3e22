package org.closedloop.gateway.in;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.closedloop.conformance.Gate;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.gateway.core.Intake;

/** Puts the parts of the core together. */
@ApplicationScoped
class GatewayParts {

  @Produces
  @Singleton
  Intake intake(Directory directory, UseCaseCatalog catalog, Clock clock) {
    return new Intake(new Gate(catalog.all(), clock), directory, clock);
  }
}
