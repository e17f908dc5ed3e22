package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArrivalPlanTest {

  @Test
  void arrivalsAreEvenlySpacedAndDoNotDrift() {
    ArrivalPlan plan = new ArrivalPlan(3, 10);

    assertThat(plan.offset(0)).isZero();
    assertThat(plan.offset(1)).isEqualTo(333_333_333L);
    assertThat(plan.offset(3)).isEqualTo(1_000_000_000L);
    assertThat(plan.offset(9)).isEqualTo(3_000_000_000L);
  }

  @Test
  void asManyAsFitIntoTheSecondsAtLeastOne() {
    assertThat(ArrivalPlan.lasting(2, 30).count()).isEqualTo(60);
    assertThat(ArrivalPlan.lasting(0.01, 1).count()).isEqualTo(1);
  }

  @Test
  void aPlanWithoutArrivalsIsNone() {
    assertThatThrownBy(() -> new ArrivalPlan(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ArrivalPlan(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
