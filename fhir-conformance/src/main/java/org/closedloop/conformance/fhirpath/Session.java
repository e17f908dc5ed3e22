package org.closedloop.conformance.fhirpath;

import java.time.Instant;

/**
 * What all expressions of one message share. For one thread.
 *
 * @param types R4's types
 * @param resolver follows references
 * @param budget how much may be looked at
 * @param now what {@code now()} and {@code today()} say, in UTC
 */
public record Session(FhirTypes types, Resolver resolver, Budget budget, Instant now) {

  /** Evaluates with a generous budget. */
  public static Session of(FhirTypes types, Resolver resolver, Instant now) {
    return new Session(types, resolver, Budget.generous(), now);
  }

  /** The same with another resolver and the same budget. */
  public Session resolvedBy(Resolver other) {
    return new Session(types, other, budget, now);
  }
}
