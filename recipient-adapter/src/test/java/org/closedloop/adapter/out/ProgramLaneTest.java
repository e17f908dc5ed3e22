package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.core.retry.CircuitBreaker;
import org.junit.jupiter.api.Test;

class ProgramLaneTest {

  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final AttemptResult DEAD = new AttemptResult.NotTaken("unreachable", false);

  private final ProgramLane lane =
      new ProgramLane(2, new CircuitBreaker(3, Duration.ofSeconds(1), Duration.ofSeconds(8)));

  @Test
  void shouldOfferItsPlacesToOneWhoLooksAtATime() {
    assertThat(lane.beginLooking(NOW)).isEqualTo(2);
    assertThat(lane.beginLooking(NOW)).isZero();
  }

  @Test
  void shouldLookAgainWhenSomebodyAskedMeanwhile() {
    lane.beginLooking(NOW);
    lane.beginLooking(NOW);

    assertThat(lane.endLooking(1)).isTrue();
    assertThat(lane.beginLooking(NOW)).isEqualTo(1);
    assertThat(lane.endLooking(0)).isFalse();
  }

  @Test
  void shouldOfferNothingWhenFullAndAPlaceWhenOneIsFree() {
    lane.beginLooking(NOW);
    lane.endLooking(2);

    assertThat(lane.beginLooking(NOW)).isZero();
    lane.free();
    assertThat(lane.beginLooking(NOW)).isEqualTo(1);
  }

  @Test
  void shouldTryOneAtATimeWhileTheProgramDoesNotAnswer() {
    handOver(DEAD);
    handOver(DEAD);
    handOver(DEAD);
    assertThat(lane.beginLooking(NOW)).isZero();

    Instant later = NOW.plusSeconds(1);
    assertThat(lane.beginLooking(later)).isEqualTo(1);
    lane.endLooking(1);
    assertThat(lane.beginLooking(later)).as("while one is on its way").isZero();

    lane.learn(new AttemptResult.Refused("http-400"), later);
    lane.free();
    assertThat(lane.beginLooking(later)).isEqualTo(2);
  }

  @Test
  void shouldKeepTheTryWhenThereIsNothingToTry() {
    handOver(DEAD);
    handOver(DEAD);
    handOver(DEAD);
    Instant later = NOW.plusSeconds(1);
    assertThat(lane.beginLooking(later)).isEqualTo(1);
    lane.endLooking(0);

    assertThat(lane.beginLooking(later)).isEqualTo(1);
  }

  @Test
  void shouldLeaveTheProgramAloneAsLongAsItAsks() {
    handOver(new AttemptResult.NotTaken("http-503", false, Duration.ofMinutes(2)));
    handOver(new AttemptResult.NotTaken("http-503", false, Duration.ofMinutes(1)));

    assertThat(lane.beginLooking(NOW.plusSeconds(119))).isZero();
    assertThat(lane.beginLooking(NOW.plusSeconds(120))).isEqualTo(2);
  }

  @Test
  void shouldBeTriedAtOnceWhenSomebodyKnowsBetter() {
    handOver(new AttemptResult.NotTaken("http-503", false, Duration.ofDays(1)));

    lane.endQuiet();

    assertThat(lane.beginLooking(NOW)).isEqualTo(2);
  }

  @Test
  void shouldNotBlameTheProgramForWhatTheHubCouldNotTry() {
    for (int i = 0; i < 9; i++) {
      handOver(new AttemptResult.Hindered("record-unreachable"));
    }
    assertThat(lane.beginLooking(NOW)).isEqualTo(2);
  }

  @Test
  void shouldLetNothingOvertakeThoseWhoMayWaitWhenLookingFailed() {
    lane.beginLooking(NOW);
    lane.lookFailed();

    assertThat(lane.takePlaces(1, NOW)).isZero();
    assertThat(lane.beginLooking(NOW)).isEqualTo(2);
  }

  @Test
  void shouldGivePlacesToWhatHasJustComeOnceNobodyWaits() {
    assertThat(lane.takePlaces(1, NOW)).as("before anybody has looked").isZero();
    lookAndFind(0);

    assertThat(lane.takePlaces(5, NOW)).isEqualTo(2);
    assertThat(lane.takePlaces(1, NOW)).as("all are taken").isZero();
    lane.free();
    assertThat(lane.takePlaces(1, NOW)).isEqualTo(1);
  }

  @Test
  void shouldLetNobodyOvertakeWhatWaits() {
    lookAndFind(2);
    lane.free();
    lane.free();
    assertThat(lane.takePlaces(1, NOW)).as("more may wait").isZero();
    lookAndFind(1);
    assertThat(lane.takePlaces(1, NOW)).isEqualTo(1);

    assertThat(lane.beginLooking(NOW)).as("somebody waits for a place").isZero();
    lane.free();
    assertThat(lane.mayHaveMore()).isTrue();
    assertThat(lane.takePlaces(1, NOW)).isZero();
    lookAndFind(0);
    assertThat(lane.takePlaces(1, NOW)).isEqualTo(1);
  }

  @Test
  void shouldGiveNoPlacesWhileSomebodyLooks() {
    lookAndFind(0);
    lane.beginLooking(NOW);
    assertThat(lane.takePlaces(1, NOW)).isZero();
    lane.endLooking(1);

    assertThat(lane.takePlaces(2, NOW)).isEqualTo(1);
  }

  @Test
  void shouldGiveNoPlacesWhileTheProgramIsSparedOrLeftAlone() {
    handOver(new AttemptResult.NotTaken("http-503", false, Duration.ofMinutes(1)));
    assertThat(lane.takePlaces(1, NOW.plusSeconds(59))).isZero();
    assertThat(lane.takePlaces(1, NOW.plusSeconds(60))).isEqualTo(1);
    lane.free();

    handOver(DEAD);
    handOver(DEAD);
    assertThat(lane.takePlaces(1, NOW.plusSeconds(90))).isZero();
  }

  private void lookAndFind(int found) {
    lane.beginLooking(NOW);
    lane.endLooking(found);
  }

  private void handOver(AttemptResult result) {
    lane.beginLooking(NOW);
    lane.endLooking(1);
    lane.learn(result, NOW);
    lane.free();
  }
}
