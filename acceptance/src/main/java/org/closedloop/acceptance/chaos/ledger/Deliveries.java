package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;
import org.closedloop.core.state.Actor;

/** What one side said reached the other, in order, under one id however often it was tried. */
final class Deliveries implements Check {

  @Override
  public List<Dirt> dirtIn(Facts facts) {
    List<String> toProgram = accepted(facts, Actor.INITIATOR).map(Sent::messageId).toList();
    List<String> atProgram = facts.news(Side.PROGRAM).stream().map(Sighting::messageId).toList();
    List<String> toHospital = accepted(facts, Actor.RECIPIENT).map(Sent::state).toList();
    List<String> atHospital = facts.news(Side.HOSPITAL).stream().map(Sighting::state).toList();
    String id = facts.referralId();
    List<Dirt> dirt = new ArrayList<>();
    dirt.addAll(Sequences.compare(id, "the program", toProgram, atProgram));
    dirt.addAll(Sequences.compare(id, "the hospital", toHospital, atHospital));
    dirt.addAll(manyIds(facts));
    return dirt;
  }

  private static java.util.stream.Stream<Sent> accepted(Facts facts, Actor actor) {
    return facts.saidBy(actor).stream().filter(one -> facts.accepted(one.messageId()));
  }

  private static List<Dirt> manyIds(Facts facts) {
    Map<String, Set<String>> ids = new HashMap<>();
    facts.sightings().stream()
        .filter(one -> !one.answer() && one.deliveryId() != null)
        .forEach(
            one ->
                ids.computeIfAbsent(one.side() + " " + one.messageId(), unused -> new HashSet<>())
                    .add(one.deliveryId()));
    return ids.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> entry.getKey() + " came under the ids " + entry.getValue())
        .map(text -> new Dirt(Kind.TWICE, facts.referralId(), text))
        .toList();
  }
}
