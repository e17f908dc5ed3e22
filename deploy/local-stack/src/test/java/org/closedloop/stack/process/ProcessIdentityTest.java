package org.closedloop.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

  private final long here = ProcessHandle.current().pid();

  @Test
  void shouldKnowARunningProcess() {
    assertThat(ProcessIdentity.of(here)).get().matches(ProcessIdentity::alive);
  }

  @Test
  void shouldNotTakeALaterProcessOfTheSameNumberForTheFirst() {
    assertThat(new ProcessIdentity(here, "another start").alive()).isFalse();
  }

  @Test
  void shouldSeeThatAProcessEnded() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "100").start();
    ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();
    process.destroyForcibly().waitFor();
    assertThat(identity.alive()).isFalse();
    assertThat(ProcessIdentity.of(process.pid())).isEmpty();
  }
}
