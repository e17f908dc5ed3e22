package org.closedloop.conformance.fhirpath;

import java.util.Optional;

/** Finds what a reference leads to, for {@code resolve()}; never outside the message. */
@FunctionalInterface
public interface Resolver {

  /** Finds nothing. */
  Resolver NONE = (reference, focus) -> Optional.empty();

  /**
   * @param reference literal text of a Reference, or a uri or canonical
   * @param focus where the expression is evaluated: {@code #id} is looked up in its root resource
   * @return the resource, empty when it is not in the message
   */
  Optional<Node> resolve(String reference, Focus focus);
}
