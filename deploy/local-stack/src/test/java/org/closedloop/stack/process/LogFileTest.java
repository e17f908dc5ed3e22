package org.closedloop.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("logs/router.log");
  }

  @Test
  void shouldShowTheLastLinesOfThisRunOnly() throws IOException {
    LogFile first = LogFile.forNewRun(path);
    append("old 1\nold 2\n");
    LogFile second = LogFile.forNewRun(path);
    append("new 1\n\nnew 2\nnew 3\n");
    assertThat(second.lastLines(2)).containsExactly("new 2", "new 3");
    assertThat(second.lastLines(9)).containsExactly("new 1", "new 2", "new 3");
    assertThat(first.lastLines(9)).hasSize(5);
  }

  @Test
  void shouldHaveNothingToShowWhenNothingWasWritten() {
    assertThat(LogFile.forNewRun(path).lastLines(5)).isEmpty();
  }

  @Test
  void shouldPutALongLogAside() throws IOException {
    LogFile.forNewRun(path);
    Files.write(path, new byte[21 * 1024 * 1024]);
    assertThat(LogFile.forNewRun(path).from()).isZero();
    assertThat(path).doesNotExist();
    assertThat(folder.resolve("logs/router.log.1")).exists();
  }

  private void append(String text) throws IOException {
    Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
