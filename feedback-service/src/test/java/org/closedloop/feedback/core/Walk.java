package org.closedloop.feedback.core;

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
final class Walk {

  private Walk() {}

  /** Rows that lead from nothing to a state. */
  static List<Transition> to(ReferralState wanted) {
    Map<ReferralState, List<Transition>> ways = new HashMap<>();
    ways.put(ReferralState.NONE, List.of());
    Deque<ReferralState> open = new ArrayDeque<>(List.of(ReferralState.NONE));
    while (!ways.containsKey(wanted)) {
      ReferralState state = open.remove();
      for (Transition row : TransitionTable.ROWS) {
        if (row.from().equals(state) && !ways.containsKey(row.to())) {
          List<Transition> way = new ArrayList<>(ways.get(state));
          way.add(row);
          ways.put(row.to(), way);
          open.add(row.to());
        }
      }
    }
    return ways.get(wanted);
  }
}
