package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;

/** Compares what should have come with what came. */
final class Sequences {

  private Sequences() {}

  /**
   * What is missing is lost, what is too much came twice, the rest may be in the wrong order.
   *
   * @param where for people: whose list this is
   */
  static List<Dirt> compare(
      String referralId, String where, List<String> expected, List<String> got) {
    List<Dirt> dirt = new ArrayList<>();
    without(expected, got)
        .forEach(one -> dirt.add(new Dirt(Kind.LOST, referralId, where + " lacks " + one)));
    without(got, expected)
        .forEach(one -> dirt.add(new Dirt(Kind.TWICE, referralId, where + " has one more " + one)));
    if (dirt.isEmpty() && !expected.equals(got)) {
      dirt.add(new Dirt(Kind.OUT_OF_ORDER, referralId, where + " has " + got));
    }
    return dirt;
  }

  private static List<String> without(List<String> all, List<String> those) {
    List<String> rest = new ArrayList<>(all);
    those.forEach(rest::remove);
    return rest;
  }
}
