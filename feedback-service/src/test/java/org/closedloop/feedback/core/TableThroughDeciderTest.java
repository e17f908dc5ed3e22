package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table, reached by claims alone. */
class TableThroughDeciderTest {

  private final Shelf shelf = new Shelf();
  private final Spoken referral = Spoken.ofTask("T-1");

  static Stream<Transition> rows() {
    return TransitionTable.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldReachRow(Transition row) {
    Ruling last = null;
    for (Transition step : pathTo(row)) {
      last = shelf.document(claim(step));
    }

    assertThat(last).isInstanceOf(Ruling.Decided.class);
    Ruling.Decided decided = (Ruling.Decided) last;
    assertThat(decided.decision().tid()).isEqualTo(row.tid());
    assertThat(decided.decision().from()).isEqualTo(row.from());
    assertThat(decided.after().state()).isEqualTo(row.to());
    assertThat(decided.verdict().httpStatus()).isEqualTo(200);
    assertThat(shelf.referral(referral.id()).times().closedAt() != null)
        .isEqualTo(row.to().terminal());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldRefuseRowOfTheOtherSide(Transition row) {
    List<Transition> path = pathTo(row);
    if (path.size() == 1) {
      return;
    }
    path.subList(0, path.size() - 1).forEach(step -> shelf.document(claim(step)));
    Claim right = claim(row);
    boolean initiator = right.actor() == Actor.INITIATOR;

    Ruling ruling =
        shelf.document(
            initiator
                ? referral.reply("wrong-side", right.report())
                : referral.request("wrong-side", right.report()));

    assertThat(ruling.verdict().httpStatus()).isEqualTo(422);
    assertThat(ruling.verdict().findings().get(0).ruleId()).isEqualTo("state-actor");
    assertThat(shelf.referral(referral.id()).state()).isEqualTo(row.from());
  }

  @Test
  void shouldRefuseEverythingOnceClosed() {
    pathTo(row("09")).forEach(step -> shelf.document(claim(step)));
    long before = shelf.referral(referral.id()).sequence();
    List<Transition> moves = TransitionTable.ROWS.subList(1, TransitionTable.ROWS.size());

    for (Transition move : moves) {
      Ruling ruling = shelf.document(referral.row("late-" + move.tid(), move));
      assertThat(ruling.verdict().accepted()).isFalse();
    }

    assertThat(shelf.referral(referral.id()).state().terminal()).isTrue();
    assertThat(shelf.referral(referral.id()).sequence()).isEqualTo(before + moves.size());
  }

  private Claim claim(Transition row) {
    return row.tid().equals("01")
        ? referral.submission("submission")
        : referral.row("row-" + row.tid(), row);
  }

  private static Transition row(String tid) {
    return TransitionTable.ROWS.stream().filter(r -> r.tid().equals(tid)).findFirst().orElseThrow();
  }

  /** A shortest way from nothing to a row, the row included. */
  private static List<Transition> pathTo(Transition target) {
    return Stream.concat(Walk.to(target.from()).stream(), Stream.of(target)).toList();
  }
}
