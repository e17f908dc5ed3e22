package org.closedloop.acceptance.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;
import org.closedloop.acceptance.chaos.scenario.Story;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Transition;
import org.junit.jupiter.api.Test;

/** Each kind of broken promise is found, and a kept one is not complained about. */
class LedgerTest {

  private static final String ID = "c0f440c4-6b98-5f4c-a9f7-a07b4057c4cb";

  @Test
  void shouldBeCleanWhenAllWentAsTold() {
    for (Story story : Story.values()) {
      assertThat(ledger(new Run(story))).isEmpty();
    }
  }

  @Test
  void shouldTakeTheSameUnderTheSameIdForOne() {
    Run run = new Run(Story.SCHEDULED);
    run.sightings.addAll(List.copyOf(run.sightings));
    run.told.addAll(List.copyOf(run.told));
    assertThat(ledger(run)).isEmpty();
  }

  @Test
  void shouldFindWhatWasNeverAnswered() {
    assertThat(changed(run -> run.told.remove(1))).contains(Kind.LOST);
  }

  @Test
  void shouldFindWhatWasRefused() {
    assertThat(changed(run -> run.told.set(1, new Told("message-02", false, "HTTP 422"))))
        .contains(Kind.LOST);
  }

  @Test
  void shouldFindAcceptedOrUnansweredWhatNoRowAllows() {
    assertThat(changed(run -> run.early(new Told("early", false, "topic")))).isEmpty();
    assertThat(changed(run -> run.early(new Told("early", true, "topic"))))
        .containsExactly(Kind.ILLEGAL);
    assertThat(changed(run -> run.early(new Told("other", false, "topic"))))
        .containsExactly(Kind.LOST);
  }

  @Test
  void shouldFindAnAnswerThatContradictsAnother() {
    assertThat(changed(run -> run.told.add(new Told("message-02", false, "HTTP 409"))))
        .containsExactly(Kind.TWICE);
  }

  @Test
  void shouldFindWhatIsNotOnRecord() {
    assertThat(changed(run -> run.record = Recorded.NOTHING)).containsExactly(Kind.LOST);
  }

  @Test
  void shouldFindARowThatIsMissing() {
    assertThat(changed(run -> run.events.remove(run.events.size() - 1))).containsExactly(Kind.LOST);
  }

  @Test
  void shouldFindARowThatWasAppliedTwice() {
    assertThat(
            changed(
                run -> {
                  Recorded.Event last = run.events.get(3);
                  run.events.add(
                      new Recorded.Event(
                          5, true, last.actor(), last.tid(), last.from(), last.to()));
                }))
        .contains(Kind.TWICE, Kind.ILLEGAL);
  }

  @Test
  void shouldFindAStateNoRowLeadsTo() {
    assertThat(
            changed(
                run ->
                    run.events.set(
                        3,
                        new Recorded.Event(
                            4, true, "recipient", "16", "accepted/3.0", "completed/7.0"))))
        .containsExactly(Kind.ILLEGAL);
  }

  @Test
  void shouldFindAGapInTheNumbers() {
    assertThat(
            changed(
                run -> {
                  Recorded.Event last = run.events.remove(3);
                  run.events.add(
                      new Recorded.Event(
                          9, true, last.actor(), last.tid(), last.from(), last.to()));
                }))
        .containsExactly(Kind.OUT_OF_ORDER);
  }

  @Test
  void shouldFindAPackageTheProgramNeverGot() {
    assertThat(changed(run -> run.sightings.removeIf(one -> one.side() == Side.PROGRAM)))
        .contains(Kind.LOST);
  }

  @Test
  void shouldFindOneMessageUnderTwoIds() {
    assertThat(changed(run -> run.sightings.add(seen(Side.PROGRAM, "other", "message-01", "x"))))
        .containsExactly(Kind.TWICE);
  }

  @Test
  void shouldFindOneDecisionUnderTwoMessages() {
    assertThat(
            changed(
                run -> run.sightings.add(seen(Side.HOSPITAL, "other", "other", "accepted/3.0"))))
        .containsExactly(Kind.TWICE);
  }

  @Test
  void shouldFindNewsInTheWrongOrder() {
    assertThat(changed(run -> run.sightings.add(run.sightings.remove(1))))
        .containsExactly(Kind.OUT_OF_ORDER);
  }

  @Test
  void shouldFindWhatTheRecordDoesNotKnowWasDelivered() {
    assertThat(changed(run -> run.delivery = "WAITING")).containsExactly(Kind.LOST);
  }

  @Test
  void shouldFindAGoodRecordAmongTheDeadLetters() {
    byte[] bad = {1};
    byte[] good = {2};
    List<DeadLetter> letters =
        List.of(
            new DeadLetter("referral.claims.dlq", 0, Digest.of(bad)),
            new DeadLetter("referral.claims.dlq", 1, Digest.of(good)));
    Ledger ledger = Ledger.of(List.of(), letters, Set.of(Digest.of(bad)));
    assertThat(ledger.count(Kind.GOOD_DEAD_LETTERED)).isEqualTo(1);
    assertThat(ledger.clean()).isFalse();
  }

  private static List<Kind> changed(Consumer<Run> change) {
    Run run = new Run(Story.SCHEDULED);
    change.accept(run);
    return ledger(run);
  }

  private static List<Kind> ledger(Run run) {
    Ledger ledger = Ledger.of(List.of(run.facts()), List.of(), Set.of());
    return ledger.dirt().stream().map(Dirt::kind).distinct().toList();
  }

  private static Sighting seen(Side side, String deliveryId, String messageId, String state) {
    return new Sighting(side, deliveryId, messageId, state, "", false, 0);
  }

  /** A referral for which everything went well; parts of it can be changed. */
  private static final class Run {

    private final Story story;
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> toBeRefused = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Recorded.Event> events = new ArrayList<>();
    private String delivery = "DELIVERED";
    private Recorded record;

    Run(Story story) {
      this.story = story;
      story.rows().forEach(this::happened);
    }

    private void happened(Transition row) {
      String id = "message-" + row.tid();
      String to = row.to().toString();
      sent.add(new Sent(row.tid(), row.actor(), id, to, 0));
      told.add(new Told(id, true, "HTTP 200"));
      Side other = row.actor() == Actor.INITIATOR ? Side.PROGRAM : Side.HOSPITAL;
      sightings.add(seen(other, "delivery-" + row.tid(), id, to));
      long number = events.size() + 1L;
      String actor = row.actor().word();
      events.add(new Recorded.Event(number, true, actor, row.tid(), row.from().toString(), to));
    }

    void early(Told answer) {
      toBeRefused.add("early");
      told.add(answer);
    }

    Facts facts() {
      Recorded found = record == null ? new Recorded(true, delivery, events) : record;
      return new Facts(ID, story, sent, toBeRefused, told, sightings, found);
    }
  }
}
