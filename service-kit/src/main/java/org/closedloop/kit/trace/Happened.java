package org.closedloop.kit.trace;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a referral and is over: a span. Ids, codes and places only, never what
 * a message says.
 *
 * @param what a few fixed words, and a topic where there is one
 * @param at which trace it belongs to, and its own id there; the latter null when nothing is under
 *     it
 * @param under id of the span it is a part of, null for the first of a trace
 * @param from when it began
 * @param to when it was over
 * @param facts attributes
 * @param failed whether it came to nothing
 */
public record Happened(
    String what,
    TraceIds.Place at,
    String under,
    Instant from,
    Instant to,
    Map<String, String> facts,
    boolean failed) {

  public Happened {
    facts = Map.copyOf(facts);
  }
}
