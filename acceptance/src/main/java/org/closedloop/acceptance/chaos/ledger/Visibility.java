package org.closedloop.acceptance.chaos.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;
import org.closedloop.core.topic.Topics;

/** Nothing vanishes: what no one can read is a dead letter, or parked. */
public final class Visibility {

  private final Set<String> letters;
  private final Set<String> parked;

  /**
   * @param letters what came onto dead letter topics
   * @param parked places of parked records, {@code topic/partition/offset}
   */
  public Visibility(List<DeadLetter> letters, Set<String> parked) {
    this.letters =
        letters.stream().map(one -> one.topic() + " " + one.digest()).collect(Collectors.toSet());
    this.parked = Set.copyOf(parked);
  }

  /** What operators cannot see of these; a bad verdict only means 202 and need not be kept. */
  public List<Dirt> missing(List<Poisoned> poison) {
    return poison.stream()
        .filter(one -> !one.topic().equals(Topics.VERDICTS))
        .filter(one -> !letters.contains(Topics.deadLetters(one.topic()) + " " + one.digest()))
        .filter(one -> !parked.contains(place(one)))
        .map(one -> new Dirt(Kind.LOST, one.topic(), "nobody sees the bad record " + place(one)))
        .toList();
  }

  private static String place(Poisoned one) {
    return one.topic() + "/" + one.partition() + "/" + one.offset();
  }
}
