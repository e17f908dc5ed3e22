package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  @Test
  void everythingOnceIsClean() {
    assertThat(Ledger.of(List.of(once(), once()), 0).clean()).isTrue();
  }

  @Test
  void whatIsMissingTwiceRefusedOrDeadIsNot() {
    Tally lost = once();
    lost.outcomes = 0;
    Tally twice = once();
    twice.delivered = 2;
    Tally refused = once();
    refused.refusals = 1;

    assertThat(Ledger.of(List.of(once(), lost), 0).clean()).isFalse();
    assertThat(Ledger.of(List.of(twice), 0).twice()).isEqualTo(1);
    assertThat(Ledger.of(List.of(twice), 0).clean()).isFalse();
    assertThat(Ledger.of(List.of(refused), 0).clean()).isFalse();
    assertThat(Ledger.of(List.of(once()), 1).clean()).isFalse();
  }

  private static Tally once() {
    Tally tally = new Tally("outcome");
    tally.recorded = 1;
    tally.delivered = 1;
    tally.verdicts = 1;
    tally.outcomes = 1;
    return tally;
  }
}
