package org.closedloop.conformance.invariant;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;

/** Names of all resource types. */
final class R4Types {

  List<String> all() {
    return FhirContext.forR4Cached().getResourceTypes().stream().sorted().toList();
  }
}
