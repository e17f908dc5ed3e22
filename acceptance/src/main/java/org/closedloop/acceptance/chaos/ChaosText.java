package org.closedloop.acceptance.chaos;

import java.util.stream.Collectors;

/** A result for people. */
final class ChaosText {

  private ChaosText() {}

  static String of(ChaosResult result) {
    String numbers =
        """

        submitted %d, accepted %d, recorded %d, delivered %d, closed %d
        lost %d, twice %d, illegal %d, out of order %d, good records dead-lettered %d
        """
            .formatted(
                result.submitted(),
                result.accepted(),
                result.recorded(),
                result.delivered(),
                result.closed(),
                result.lost(),
                result.twice(),
                result.illegal(),
                result.outOfOrder(),
                result.goodDeadLettered());
    String faults =
        result.faults().stream()
            .map(one -> "  " + one.kind() + " " + one.target() + ": " + recovery(one))
            .collect(Collectors.joining("\n"));
    return numbers + "new referrals were delivered again after\n" + faults;
  }

  private static String recovery(ChaosResult.FaultReport fault) {
    return fault.recoveryMs() == null ? "(none came later)" : fault.recoveryMs() + " ms";
  }
}
