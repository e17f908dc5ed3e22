package org.closedloop.stack.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Is there room for what the broker and the database will write? */
public final class DiskCheck {

  private static final long NEEDED_BYTES = 1L << 30;
  private static final long MB = 1L << 20;

  private DiskCheck() {}

  /**
   * A sentence when less than 1 GiB is free, else empty.
   *
   * @param folder where data will go; need not exist yet
   */
  public static Optional<String> complaint(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      return complaint(folder, Files.getFileStore(existing).getUsableSpace());
    } catch (IOException e) {
      return Optional.of("Cannot tell how much room the disk under " + existing + " has.");
    }
  }

  static Optional<String> complaint(Path folder, long freeBytes) {
    return freeBytes >= NEEDED_BYTES
        ? Optional.empty()
        : Optional.of(
            "The disk is nearly full: %d MB are free under %s, the stack needs %d MB."
                .formatted(freeBytes / MB, folder, NEEDED_BYTES / MB));
  }
}
