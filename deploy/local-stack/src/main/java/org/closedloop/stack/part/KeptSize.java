package org.closedloop.stack.part;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.closedloop.stack.process.PrivateFolder;
import org.closedloop.stack.process.StackFailure;

/** How many of each part a stack has, in {@code size.json} of its data, so that commands agree. */
public final class KeptSize {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;

  /**
   * @param data the stack's data folder
   */
  public KeptSize(Path data) {
    this.data = data;
  }

  /**
   * What was written last; one of each when nothing was.
   *
   * @throws StackFailure when the file cannot be understood
   */
  public StackSize read() {
    if (!Files.exists(file())) {
      return StackSize.ONE;
    }
    try {
      return JSON.readValue(file().toFile(), StackSize.class);
    } catch (IOException e) {
      throw new StackFailure(
          "%s cannot be read. Remove it if the hub has one of each part.".formatted(file()), e);
    }
  }

  /**
   * Keeps the size for later commands.
   *
   * @throws StackFailure when there is data of another number of brokers: its topics stand on those
   */
  public void write(StackSize size) {
    StackSize before = read();
    if (before.equals(size)) {
      return;
    }
    if (before.brokers() != size.brokers() && Files.exists(data.resolve("kafka"))) {
      throw new StackFailure(
          ("The data in %s was made with --brokers %d and cannot be spread over another number."
                  + " Go on with --brokers %d, or move the folder away to start from nothing.")
              .formatted(data, before.brokers(), before.brokers()));
    }
    try {
      PrivateFolder.make(data);
      JSON.writeValue(file().toFile(), size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return data.resolve("size.json");
  }
}
