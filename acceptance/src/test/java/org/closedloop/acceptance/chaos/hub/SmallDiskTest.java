package org.closedloop.acceptance.chaos.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.closedloop.stack.process.StackFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full and has room again, where one may be mounted; a sentence elsewhere. */
class SmallDiskTest {

  private static final byte[] MEGABYTE = new byte[1 << 20];

  @TempDir private Path folder;

  @AfterEach
  void unmount() {
    SmallDisk.unmountAllUnder(folder);
  }

  @Test
  void shouldBeFullUntilItHasRoomAgain() throws IOException {
    if (SmallDisk.possible(folder)) {
      SmallDisk disk = SmallDisk.mount(folder.resolve("disk"));
      Path kept = Files.write(disk.folder().resolve("kept"), MEGABYTE);
      disk.fill();
      assertThatThrownBy(() -> Files.write(disk.folder().resolve("more"), MEGABYTE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");
      disk.free();
      Files.write(disk.folder().resolve("more"), MEGABYTE);
      assertThat(kept).hasSize(MEGABYTE.length);
    } else {
      assertThatThrownBy(() -> SmallDisk.mount(folder.resolve("disk")))
          .isInstanceOf(StackFailure.class);
    }
  }

  @Test
  void shouldLeaveNothingMounted() throws IOException {
    if (SmallDisk.possible(folder)) {
      SmallDisk disk = SmallDisk.mount(folder.resolve("disk"));
      Files.write(disk.folder().resolve("gone"), MEGABYTE);
      SmallDisk.unmountAllUnder(folder);
      assertThat(disk.folder()).isEmptyDirectory();
    }
    assertThat(folder.resolve("disk-trial")).doesNotExist();
  }
}
