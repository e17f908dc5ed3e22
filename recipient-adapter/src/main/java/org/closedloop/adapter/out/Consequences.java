package org.closedloop.adapter.out;

import java.util.List;
import java.util.Set;

/**
 * What follows from a committed change of the queue.
 *
 * @param programs whose queue has something new to hand over
 * @param claims what to tell feedback-service
 */
record Consequences(Set<String> programs, List<ClaimDue> claims) {

  Consequences {
    programs = Set.copyOf(programs);
    claims = List.copyOf(claims);
  }
}
