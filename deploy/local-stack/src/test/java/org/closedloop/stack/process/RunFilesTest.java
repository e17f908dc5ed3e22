package org.closedloop.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

  @TempDir private Path folder;

  @Test
  void shouldRememberALivingProcess() {
    ProcessIdentity here = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    files().write("kafka", here);
    assertThat(files().living("kafka")).contains(here);
  }

  @Test
  void shouldNotReportANumberThatBelongsToAnotherProcessNow() {
    files().write("kafka", new ProcessIdentity(ProcessHandle.current().pid(), "another start"));
    assertThat(files().living("kafka")).isEmpty();
  }

  @Test
  void shouldTakeABrokenFileForNone() throws IOException {
    Files.writeString(folder.resolve("kafka.json"), "{\"pid\":");
    assertThat(files().living("kafka")).isEmpty();
  }

  @Test
  void shouldForget() {
    files().write("kafka", ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow());
    files().remove("kafka");
    files().remove("kafka");
    assertThat(files().living("kafka")).isEmpty();
  }

  private RunFiles files() {
    return new RunFiles(folder);
  }
}
