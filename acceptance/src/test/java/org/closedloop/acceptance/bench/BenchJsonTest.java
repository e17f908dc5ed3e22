package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchJsonTest {

  @Test
  void beginsWithThePromisedKeys() {
    BenchResult result =
        new BenchResult(
            50,
            Map.of(),
            List.of(),
            Map.of(),
            null,
            0,
            Ledger.of(List.of(), 0),
            null,
            new FloorResult(80, true, List.of(), null),
            List.of(),
            new GateFigures(2, 100));

    Map<String, Object> json = BenchJson.of(result);

    assertThat(json.keySet())
        .startsWith(
            "loopsPerSecond",
            "p99DeliveredMs",
            "p99OutcomeMs",
            "lowRate",
            "floorLoopsPerSecond",
            "ratioToFloor",
            "gateMs",
            "hapiMs",
            "gateVsHapi",
            "errors",
            "ledgerClean");
    assertThat(json)
        .containsEntry("ratioToFloor", 0.625)
        .containsEntry("gateVsHapi", 50.0)
        .containsEntry("ledgerClean", true);
  }

  @Test
  void mediansOfRounds() {
    Rounds rounds = new Rounds();
    assertThat(rounds.medianMs()).isZero();
    rounds.note(40_000_000, 10);
    rounds.note(20_000_000, 10);
    assertThat(rounds.medianMs()).isEqualTo(3);
    rounds.note(900_000_000, 10);
    assertThat(rounds.medianMs()).isEqualTo(4);
  }
}
