package org.closedloop.stack.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskCheckTest {

  private static final Path FOLDER = Path.of(".local");
  private static final long GIB = 1L << 30;

  @Test
  void shouldComplainBelowOneGibibyte() {
    assertThat(DiskCheck.complaint(FOLDER, GIB - 1)).get().asString().contains("1023 MB are free");
  }

  @Test
  void shouldBeContentWithOneGibibyte() {
    assertThat(DiskCheck.complaint(FOLDER, GIB)).isEmpty();
  }

  @Test
  void shouldLookAboveAFolderThatIsNotThereYet() {
    assertThat(DiskCheck.complaint(Path.of("no/such/folder/yet"))).isEmpty();
  }
}
