package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;

/**
 * The account of a run: accepted = recorded = delivered once = answered once, states legal, order
 * kept, no good record dead-lettered.
 *
 * @param facts of each referral that was sent
 * @param dirt every promise that was broken
 */
public record Ledger(List<Facts> facts, List<Dirt> dirt) {

  private static final List<Check> CHECKS =
      List.of(new Answers(), new Refusals(), new Records(), new LegalStates(), new Deliveries());

  public Ledger {
    facts = List.copyOf(facts);
    dirt = List.copyOf(dirt);
  }

  /**
   * Closes the books.
   *
   * @param facts of each referral that was sent
   * @param letters what came onto dead letter topics
   * @param bad digests of the records that were sent to be refused
   */
  public static Ledger of(List<Facts> facts, List<DeadLetter> letters, Set<String> bad) {
    List<Dirt> dirt = new ArrayList<>();
    for (Facts one : facts) {
      CHECKS.forEach(check -> dirt.addAll(check.dirtIn(one)));
    }
    letters.stream()
        .filter(letter -> !bad.contains(letter.digest()))
        .map(Ledger::goodDeadLettered)
        .forEach(dirt::add);
    return new Ledger(facts, dirt);
  }

  /** The same with more that is wrong. */
  public Ledger with(List<Dirt> more) {
    List<Dirt> all = new ArrayList<>(dirt);
    all.addAll(more);
    return new Ledger(facts, all);
  }

  /** Whether every promise was kept. */
  public boolean clean() {
    return dirt.isEmpty();
  }

  /** Referrals (for dead letters: records) a promise was broken for. */
  public long count(Kind kind) {
    Stream<Dirt> all = dirt.stream().filter(one -> one.kind() == kind);
    return kind == Kind.GOOD_DEAD_LETTERED
        ? all.count()
        : all.map(Dirt::referralId).distinct().count();
  }

  private static Dirt goodDeadLettered(DeadLetter letter) {
    return new Dirt(
        Kind.GOOD_DEAD_LETTERED, letter.topic(), "a good record at offset " + letter.offset());
  }
}
