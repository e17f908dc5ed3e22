package org.closedloop.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StateMachineTest {

  @Test
  void shouldHoldThe34RowsOfTheGuideOnceEach() {
    assertThat(TransitionTable.ROWS)
        .extracting(Transition::tid)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 34).mapToObj("%02d"::formatted).toList());
    assertThat(new HashSet<>(TransitionTable.ROWS)).hasSize(34);
  }

  @Test
  void shouldDecideEveryStateTriggerAndActorAsTheTableSays() {
    for (ReferralState state : states()) {
      for (Trigger trigger : Trigger.values()) {
        for (Actor actor : Actor.values()) {
          for (BusinessStatus claimed : BusinessStatus.values()) {
            Optional<String> expected = rowFor(state, trigger, actor, claimed);
            Move move = StateMachine.decide(state, actor, new Reported(trigger, claimed));
            assertThat(tid(move))
                .as("%s %s %s %s", state, trigger, actor, claimed)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void shouldReachEveryRowByAReportOfItsTargetState() {
    Set<String> reached = new LinkedHashSet<>();
    for (Transition row : TransitionTable.ROWS) {
      boolean note = row.tid().equals("32");
      String status = row.tid().equals("01") ? "requested" : row.to().status().code();
      ReportMapping.Meaning meaning =
          ReportMapping.map(status, row.to().businessStatus().code(), note, row.from());
      assertThat(meaning).isInstanceOf(ReportMapping.Meaning.Known.class);
      Reported reported = ((ReportMapping.Meaning.Known) meaning).reported();
      tid(StateMachine.decide(row.from(), row.actor(), reported)).ifPresent(reached::add);
    }
    assertThat(reached).hasSize(34);
  }

  @Test
  void shouldNotLetTheWrongSideAct() {
    ReferralState received = TransitionTable.ROWS.get(0).to();
    Move move =
        StateMachine.decide(received, Actor.INITIATOR, Reported.of(Trigger.SEND_ACCEPTANCE));
    assertThat(((Move.Rejected) move).reason().ruleId()).isEqualTo("state-actor");
  }

  @Test
  void shouldNameWhatIsLegalWhenItRefuses() {
    ReferralState received = TransitionTable.ROWS.get(0).to();
    Move move =
        StateMachine.decide(received, Actor.RECIPIENT, Reported.of(Trigger.SEND_REFERRAL_OUTCOME));
    assertThat(((Move.Rejected) move).reason().text()).contains("send-acceptance (recipient)");
  }

  @Test
  void shouldRefuseAPairThatIsNotInTheTable() {
    assertThat(ReportMapping.map("requested", "4.0", false, ReferralState.NONE))
        .isInstanceOf(ReportMapping.Meaning.Unknown.class);
    assertThat(ReportMapping.map("failed", null, false, ReferralState.NONE))
        .isInstanceOf(ReportMapping.Meaning.Unknown.class);
  }

  /** Whatever is thrown at a referral, it only ever stands where the table can lead. */
  @Property(tries = 2000)
  void shouldNeverLeaveTheTable(@ForAll("walks") List<Step> steps) {
    ReferralState state = ReferralState.NONE;
    for (Step step : steps) {
      Move move = StateMachine.decide(state, step.actor(), Reported.of(step.trigger()));
      if (move instanceof Move.Accepted accepted) {
        assertThat(accepted.transition().from()).isEqualTo(state);
        assertThat(state.terminal()).isFalse();
        state = accepted.transition().to();
      }
    }
    assertThat(states()).contains(state);
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    return Combinators.combine(Arbitraries.of(Actor.class), Arbitraries.of(Trigger.class))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  record Step(Actor actor, Trigger trigger) {}

  private static Optional<String> tid(Move move) {
    return move instanceof Move.Accepted accepted
        ? Optional.of(accepted.transition().tid())
        : Optional.empty();
  }

  /** The table read by hand, without the machine. */
  private static Optional<String> rowFor(
      ReferralState state, Trigger trigger, Actor actor, BusinessStatus claimed) {
    Actor side = actor == Actor.INITIATOR ? Actor.INITIATOR : Actor.RECIPIENT;
    return TransitionTable.ROWS.stream()
        .filter(
            row ->
                row.from().equals(state)
                    && row.trigger() == trigger
                    && row.actor() == side
                    && row.to().businessStatus() == claimed)
        .map(Transition::tid)
        .findFirst();
  }

  private static Set<ReferralState> states() {
    Set<ReferralState> all =
        TransitionTable.ROWS.stream().map(Transition::to).collect(Collectors.toSet());
    all.add(ReferralState.NONE);
    return all;
  }
}
