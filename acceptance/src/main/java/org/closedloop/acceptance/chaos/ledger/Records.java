package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;

/** What was accepted is on record, once, and in the order it was said. */
final class Records implements Check {

  @Override
  public List<Dirt> dirtIn(Facts facts) {
    List<String> expected =
        facts.sent().stream()
            .filter(sent -> facts.accepted(sent.messageId()))
            .map(Sent::tid)
            .toList();
    if (!facts.record().found()) {
      return expected.isEmpty()
          ? List.of()
          : List.of(new Dirt(Kind.LOST, facts.referralId(), "is not on record"));
    }
    List<String> rows = facts.record().rows().stream().map(Recorded.Event::tid).toList();
    List<Dirt> dirt =
        new ArrayList<>(Sequences.compare(facts.referralId(), "the record", expected, rows));
    if (facts.delivered() && !facts.record().delivery().equals("DELIVERED")) {
      String says = "the program has it, the record says " + facts.record().delivery();
      dirt.add(new Dirt(Kind.LOST, facts.referralId(), says));
    }
    return dirt;
  }
}
