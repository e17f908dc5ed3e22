package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeTest {

  @Test
  void isCountedByLoop() {
    Volume before =
        new Volume(Map.of("claims", 10.0), Map.of(), Map.of("adapter.queue+", 5.0), Map.of());
    Volume after =
        new Volume(
            Map.of("claims", 50.0, "status", 20.0),
            Map.of(),
            Map.of("adapter.queue+", 25.0, "adapter.queue~", 30.0, "adapters.x+", 70.0),
            Map.of());

    Volume perLoop = after.since(before, 10);

    assertThat(perLoop.records()).containsEntry("claims", 4.0).containsEntry("status", 2.0);
    assertThat(perLoop.rows("adapter", "+")).isEqualTo(2);
    assertThat(perLoop.rows("adapter", "~")).isEqualTo(3);
  }

  @Test
  void topicsOfOneKindHaveOneName() {
    assertThat(TopicKind.of("initiator.saint-lukes.referrals")).isEqualTo("submit");
    assertThat(TopicKind.of("program.kc-wellness.referrals")).isEqualTo("referrals");
    assertThat(TopicKind.of("referral.routed.obesity")).isEqualTo("routed");
    assertThat(TopicKind.of("initiator.saint-lukes.referrals.dlq")).isEqualTo("dlq");
    assertThat(TopicKind.of("bench.floor.referrals")).isEqualTo("referrals");
  }
}
