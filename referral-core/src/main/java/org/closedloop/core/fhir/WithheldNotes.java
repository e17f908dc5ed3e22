package org.closedloop.core.fhir;

import java.util.List;
import org.closedloop.core.outcome.Finding;

/** Tells a sender what of its message is not passed on. */
public final class WithheldNotes {

  private WithheldNotes() {}

  /**
   * One informational finding for each thing that is withheld.
   *
   * @param receiver who does not get it, {@code program} or {@code initiator}
   */
  public static List<Finding> of(List<Withheld> withheld, String receiver) {
    return withheld.stream().map(one -> note(one, receiver)).toList();
  }

  private static Finding note(Withheld withheld, String receiver) {
    return Finding.information(
        "minimum-necessary",
        "",
        "Not passed on to the %s: %d × %s (%s)."
            .formatted(receiver, withheld.count(), withheld.what(), withheld.reason()));
  }
}
