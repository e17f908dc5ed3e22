package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TransitionTable;

/** The history can be replayed row by row, and is numbered without a gap. */
final class LegalStates implements Check {

  @Override
  public List<Dirt> dirtIn(Facts facts) {
    List<Dirt> dirt = new ArrayList<>();
    String state = ReferralState.NONE.toString();
    for (Recorded.Event event : facts.record().rows()) {
      if (!event.from().equals(state) || !isRow(event)) {
        String text = "in state " + state + " came " + event;
        dirt.add(new Dirt(Kind.ILLEGAL, facts.referralId(), text));
      }
      state = event.to();
    }
    dirt.addAll(numbering(facts));
    return dirt;
  }

  private static boolean isRow(Recorded.Event event) {
    return TransitionTable.ROWS.stream()
        .anyMatch(
            row ->
                row.tid().equals(event.tid())
                    && row.from().toString().equals(event.from())
                    && row.to().toString().equals(event.to()));
  }

  private static List<Dirt> numbering(Facts facts) {
    long wanted = 1;
    for (Recorded.Event event : facts.record().history()) {
      if (event.sequence() != wanted) {
        String text = "number " + event.sequence() + " stands where " + wanted + " should";
        return List.of(new Dirt(Kind.OUT_OF_ORDER, facts.referralId(), text));
      }
      wanted++;
    }
    return List.of();
  }
}
