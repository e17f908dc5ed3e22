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
   * @throws StackFailure when there is data of another number of brokers or partitions: its topics
   *     stand on those
   */
  public void write(StackSize size) {
    StackSize before = read();
    if (before.equals(size)) {
      return;
    }
    if (Files.exists(data.resolve("kafka"))) {
      refuseOther("--brokers", before.brokers(), size.brokers());
      refuseOther("--partitions", before.partitions(), size.partitions());
    }
    try {
      PrivateFolder.make(data);
      JSON.writeValue(file().toFile(), size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseOther(String option, int before, int wanted) {
    if (before != wanted) {
      throw new StackFailure(
          ("The data in %s was made with %s %d and cannot be spread over another number."
                  + " Go on with %s %d, or move the folder away to start from nothing.")
              .formatted(data, option, before, option, before));
    }
  }

  private Path file() {
    return data.resolve("size.json");
  }
}
