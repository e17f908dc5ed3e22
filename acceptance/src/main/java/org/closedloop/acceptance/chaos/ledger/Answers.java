package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;

/** Everything said was answered, with yes, and never with yes and no. */
final class Answers implements Check {

  @Override
  public List<Dirt> dirtIn(Facts facts) {
    List<Dirt> dirt = new ArrayList<>();
    for (Sent sent : facts.sent()) {
      String row = "row " + sent.tid();
      List<Told> told = facts.answersTo(sent.messageId());
      boolean yes = told.stream().anyMatch(Told::ok);
      boolean no = told.stream().anyMatch(one -> !one.ok());
      if (told.isEmpty()) {
        dirt.add(new Dirt(Kind.LOST, facts.referralId(), row + " was never answered"));
      } else if (yes && no) {
        dirt.add(new Dirt(Kind.TWICE, facts.referralId(), row + " was answered " + told));
      } else if (no) {
        dirt.add(new Dirt(Kind.LOST, facts.referralId(), row + " was refused: " + told));
      }
    }
    return dirt;
  }
}
