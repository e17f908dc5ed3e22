package org.closedloop.router.in;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.closedloop.conformance.Gate;
import org.closedloop.router.core.Packing;

/** Puts the parts of the core together. */
@ApplicationScoped
class RouterParts {

  @Produces
  @Singleton
  Packing packing(Gate gate) {
    return new Packing(gate);
  }
}
