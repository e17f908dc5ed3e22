package org.closedloop.stack.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.closedloop.stack.process.PrivateFolder;

/** The secret by which this machine's four services know each other; made on first need. */
public final class InternalKey {

  private static final int BYTES = 32;

  private final Path folder;

  /**
   * @param folder where the file is or will be
   */
  public InternalKey(Path folder) {
    this.folder = folder;
  }

  /** The secret. */
  public synchronized String value() {
    Path file = folder.resolve("internal.key");
    try {
      if (!Files.exists(file)) {
        PrivateFolder.make(folder);
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        PrivateFile.write(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
