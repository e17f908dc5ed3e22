package org.closedloop.router.in;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.closedloop.conformance.Gate;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.router.core.Packing;

/** Puts the parts of the core together. */
@ApplicationScoped
class RouterParts {

  @Produces
  @Singleton
  Packing packing(UseCaseCatalog catalog, Clock clock) {
    return new Packing(new Gate(catalog.all(), clock));
  }
}
