package org.closedloop.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTest {

  @TempDir private Path folder;
  private LogFile log;

  @BeforeEach
  void open() {
    log = LogFile.forNewRun(folder.resolve("a.log"));
  }

  @Test
  void shouldKillWhateverAProcessLeavesBehind() {
    ProcessIdentity parent = started("sleep 100 & echo $!; wait");
    await(() -> !log.lastLines(1).isEmpty());
    long child = Long.parseLong(log.lastLines(1).get(0));
    Ending.end(List.of(parent), Signal.TERM, Duration.ofMillis(300));
    assertThat(parent.alive()).isFalse();
    assertThat(ProcessIdentity.of(child)).isEmpty();
  }

  @Test
  void shouldKillAProcessThatDoesNotListen() {
    ProcessIdentity deaf = started("trap '' TERM; echo on; while :; do sleep 0.05; done");
    await(() -> log.lastLines(1).contains("on"));
    Ending.end(List.of(deaf), Signal.TERM, Duration.ofMillis(300));
    assertThat(deaf.alive()).isFalse();
  }

  @Test
  void shouldEndInGoodOrderWhatStandsStill() {
    // A shell that starts one command after the other cannot be stopped while one it has just
    // started stands still: it waits for that within the kernel.
    String script = "trap 'kill $!; echo ended; exit 0' TERM; sleep 100 & echo on; wait";
    ProcessIdentity process = started(script);
    await(() -> log.lastLines(1).contains("on"));
    Signal.STOP.toFamily(process);
    await(process::standsStill);
    Ending.end(List.of(process), Signal.TERM);
    assertThat(log.lastLines(1)).containsExactly("ended");
  }

  @Test
  void shouldDeliverAnInterrupt() {
    String script = "trap 'echo interrupted; exit 0' INT; echo on; while :; do sleep 0.05; done";
    // A shell cannot trap what its caller ignores, as background jobs of a shell ignore SIGINT.
    List<String> command = List.of("env", "--default-signal=INT", "sh", "-c", script);
    ProcessIdentity process = Launcher.start(new Launch(command, Map.of(), folder), log);
    await(() -> log.lastLines(1).contains("on"));
    Ending.end(List.of(process), Signal.INT);
    assertThat(log.lastLines(1)).containsExactly("interrupted");
  }

  @Test
  void shouldSayWhatAFailedCommandWrote() {
    Launch launch = new Launch(List.of("sh", "-c", "echo no room; exit 3"), Map.of(), folder);
    assertThatThrownBy(() -> Launcher.run("Making it", launch, log))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Making it failed")
        .hasMessageContaining("no room");
  }

  private static void await(BooleanSupplier condition) {
    assertThat(Waiting.until(condition, Duration.ofSeconds(10))).isTrue();
  }

  private ProcessIdentity started(String script) {
    return Launcher.start(new Launch(List.of("sh", "-c", script), Map.of(), folder), log);
  }
}
