package org.closedloop.adapter.out;

import java.util.List;

/**
 * What follows from an attempt that is noted.
 *
 * @param claims what to say, in this order: failed attempts that were not said yet come first
 * @param more whether another message of the program may be due because of it
 */
record Concluded(List<ClaimDue> claims, boolean more) {

  static final Concluded NOTHING = new Concluded(List.of(), false);

  Concluded {
    claims = List.copyOf(claims);
  }
}
