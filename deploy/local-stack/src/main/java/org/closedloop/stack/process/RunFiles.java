package org.closedloop.stack.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Which processes this stack started: {@code run/<name>.json}, so that any later command knows. */
public final class RunFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  public RunFiles(Path folder) {
    this.folder = folder;
  }

  /** Remembers a process under a name, replacing what was there. */
  public void write(String name, ProcessIdentity process) {
    try {
      PrivateFolder.make(folder);
      Path draft = folder.resolve(name + ".json.new");
      JSON.writeValue(draft.toFile(), process);
      Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of that name if it still runs; empty when dead, unknown, or the file is broken. */
  public Optional<ProcessIdentity> living(String name) {
    try {
      return Optional.of(JSON.readValue(file(name).toFile(), ProcessIdentity.class))
          .filter(ProcessIdentity::alive);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Forgets a name; fine when it is not there. */
  public void remove(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
