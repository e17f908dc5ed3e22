package org.closedloop.acceptance.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.closedloop.acceptance.chaos.scenario.RandomScenario.Breakable;
import org.closedloop.core.catalog.BrokenDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios are data. */
class ScenarioTest {

  private static final String FILE =
      """
      name: two killed
      seed: 3
      load:
        perSecond: 2.5
        referrals: 40
        byTopic: 0.5
        toPush: 0.25
        answersByTopic: 1
        stories: {plain: 2, cancelled: 1}
      faults:
        - {kind: kill, target: gateway, atMs: 1000, forMs: 2000}
        - {kind: busy, target: steady-steps, atMs: 4000, forMs: 500}
      """;

  @TempDir Path folder;

  @Test
  void shouldReadAScenario() throws IOException {
    Scenario scenario = Scenario.read(file(FILE));
    assertThat(scenario.load().perSecond()).isEqualTo(2.5);
    assertThat(scenario.load().stories()).containsEntry(Story.CANCELLED, 1).hasSize(2);
    assertThat(scenario.faults())
        .containsExactly(
            new Fault(FaultKind.KILL, "gateway", 1000, 2000),
            new Fault(FaultKind.BUSY, "steady-steps", 4000, 500));
  }

  @Test
  void shouldNameTheFileOfABrokenOne() throws IOException {
    Path unknown = file(FILE.replace("kind: kill", "kind: bewitch"));
    assertThatThrownBy(() -> Scenario.read(unknown))
        .isInstanceOf(BrokenDataException.class)
        .hasMessageContaining("scenario.yaml");
    Path share = file(FILE.replace("0.25", "2.5"));
    assertThatThrownBy(() -> Scenario.read(share)).isInstanceOf(BrokenDataException.class);
  }

  @Test
  void shouldSayWhatAKindOfFaultHitsAndDoWithoutIt() throws IOException {
    Scenario scenario = Scenario.read(file(FILE));
    assertThat(scenario.targets(FaultKind.KILL)).containsExactly("gateway");
    Scenario without = scenario.without(FaultKind.KILL);
    assertThat(without.targets(FaultKind.KILL)).isEmpty();
    assertThat(without.faults()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "lines", "disks", "clocks", "records"})
  void shouldReadTheScenariosOfThisFolder(String name) {
    Path file = Path.of("src", "test", "resources", "chaos", name + ".yaml");
    assertThat(Scenario.read(file).faults()).isNotEmpty();
  }

  @Test
  void shouldDrawTheSameFromTheSameSeedAndLeaveTimeToRecover() {
    RandomScenario random =
        new RandomScenario(
            List.of(
                new Breakable(FaultKind.KILL, "gateway"), new Breakable(FaultKind.STOP, "kafka")));
    Scenario drawn = random.draw(5, 2, 11);
    assertThat(drawn).isEqualTo(random.draw(5, 2, 11));
    assertThat(drawn.load().referrals()).isEqualTo(600);
    assertThat(drawn.faults()).hasSizeGreaterThan(5);
    int beside = 0;
    Fault before = drawn.faults().getFirst();
    for (Fault fault : drawn.faults().subList(1, drawn.faults().size())) {
      if (fault.atMs() > end(before)) {
        before = fault;
      } else {
        beside++;
        assertThat(fault.target()).isNotEqualTo(before.target());
        assertThat(end(fault)).isLessThanOrEqualTo(end(before));
      }
    }
    assertThat(beside).as("some happen in pairs").isPositive();
  }

  private static long end(Fault fault) {
    return fault.atMs() + fault.forMs();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("scenario.yaml"), text);
  }
}
