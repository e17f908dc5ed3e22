package org.closedloop.acceptance.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;

/** Shortest ways through the table. */
final class Paths {

  private Paths() {}

  /** Rows that lead from nothing to a state. */
  static List<Transition> to(ReferralState wanted) {
    Map<ReferralState, List<Transition>> known = new HashMap<>();
    known.put(ReferralState.NONE, List.of());
    Deque<ReferralState> open = new ArrayDeque<>(List.of(ReferralState.NONE));
    while (!known.containsKey(wanted)) {
      ReferralState state = open.remove();
      for (Transition row : TransitionTable.ROWS) {
        if (row.from().equals(state) && !known.containsKey(row.to())) {
          List<Transition> path = new ArrayList<>(known.get(state));
          path.add(row);
          known.put(row.to(), path);
          open.add(row.to());
        }
      }
    }
    return known.get(wanted);
  }
}
