package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramLaneTest {

  private final ProgramLane lane = new ProgramLane(2);

  @Test
  void shouldOfferItsPlacesToOneWhoLooksAtATime() {
    assertThat(lane.beginLooking()).isEqualTo(2);
    assertThat(lane.beginLooking()).isZero();
  }

  @Test
  void shouldLookAgainWhenSomebodyAskedMeanwhile() {
    lane.beginLooking();
    lane.beginLooking();

    assertThat(lane.endLooking(1)).isTrue();
    assertThat(lane.beginLooking()).isEqualTo(1);
    assertThat(lane.endLooking(0)).isFalse();
  }

  @Test
  void shouldOfferNothingWhenFullAndAPlaceWhenOneIsFree() {
    lane.beginLooking();
    lane.endLooking(2);

    assertThat(lane.beginLooking()).isZero();
    lane.free();
    assertThat(lane.beginLooking()).isEqualTo(1);
  }
}
