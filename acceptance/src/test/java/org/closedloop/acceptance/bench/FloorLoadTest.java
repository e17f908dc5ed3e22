package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FloorLoadTest {

  private static final Volume HUB =
      new Volume(
          Map.of("claims", 4.1, "journal", 6.0, "receipts", 0.0),
          Map.of("claims", 40_000.0, "journal", 6_600.0, "receipts", 0.0),
          Map.of("feedback.event+", 4.0, "feedback.referral+", 1.0, "feedback.referral~", 9.0),
          Map.of("feedback", 5_500.0));

  @Test
  void asManyRecordsAsTheHubAndAtLeastThoseThatCloseALoop() {
    FloorLoad load = FloorLoad.of(HUB);

    assertThat(load.records())
        .containsEntry("claims", 4)
        .containsEntry("journal", 6)
        .containsEntry("receipts", 2);
    assertThat(load.bytes()).containsEntry("claims", 9_900).containsEntry("journal", 1_000);
  }

  @Test
  void rowsOfEachDatabaseGoToItsRole() {
    FloorLoad load = FloorLoad.of(HUB);

    assertThat(load.inserts()).containsEntry("FEEDBACK", 5);
    assertThat(load.updates()).containsEntry("FEEDBACK", 9).containsEntry("ADAPTER", 0);
    assertThat(load.rowBytes()).containsEntry("FEEDBACK", 1_000);
  }

  @Test
  void sharesAddUp() {
    int sum = 0;
    for (int turn = 0; turn < 4; turn++) {
      sum += FloorLoad.share(9, 4, turn);
    }
    assertThat(sum).isEqualTo(9);
    assertThat(FloorLoad.share(9, 4, 0)).isEqualTo(3);
  }

  @Test
  void survivesACommandLine() {
    assertThat(FloorLoad.fromJson(FloorLoad.of(HUB).toJson())).isEqualTo(FloorLoad.of(HUB));
  }
}
