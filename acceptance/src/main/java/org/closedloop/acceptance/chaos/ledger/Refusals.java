package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;

/** Everything no row allows was answered, with no. */
final class Refusals implements Check {

  @Override
  public List<Dirt> dirtIn(Facts facts) {
    List<Dirt> dirt = new ArrayList<>();
    for (String messageId : facts.toBeRefused()) {
      if (facts.answersTo(messageId).isEmpty()) {
        String text = "what no row allows was never answered: " + messageId;
        dirt.add(new Dirt(Kind.LOST, facts.referralId(), text));
      } else if (facts.accepted(messageId)) {
        String text = "what no row allows was accepted: " + messageId;
        dirt.add(new Dirt(Kind.ILLEGAL, facts.referralId(), text));
      }
    }
    return dirt;
  }
}
