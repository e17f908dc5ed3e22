package org.closedloop.conformance.fhirpath;

import java.time.Instant;

/** What all expressions of one message share. For one thread. */
public final class Session {

  private final FhirTypes types;
  private final Resolver resolver;
  private final Budget budget;
  private final Instant now;
  private final Memory memory;

  /**
   * @param types R4's types
   * @param resolver follows references
   * @param budget how much may be looked at
   * @param now what {@code now()} and {@code today()} say, in UTC
   */
  public Session(FhirTypes types, Resolver resolver, Budget budget, Instant now) {
    this(types, resolver, budget, now, new Memory());
  }

  private Session(FhirTypes types, Resolver resolver, Budget budget, Instant now, Memory memory) {
    this.types = types;
    this.resolver = resolver;
    this.budget = budget;
    this.now = now;
    this.memory = memory;
  }

  /** Evaluates with a generous budget. */
  public static Session of(FhirTypes types, Resolver resolver, Instant now) {
    return new Session(types, resolver, Budget.generous(), now);
  }

  /** The same with another resolver and the same budget. */
  public Session resolvedBy(Resolver other) {
    return new Session(types, other, budget, now, memory);
  }

  public FhirTypes types() {
    return types;
  }

  public Resolver resolver() {
    return resolver;
  }

  Budget budget() {
    return budget;
  }

  Instant now() {
    return now;
  }

  Memory memory() {
    return memory;
  }
}
