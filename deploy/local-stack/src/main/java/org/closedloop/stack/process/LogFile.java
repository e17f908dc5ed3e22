package org.closedloop.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The output of one process, kept over restarts.
 *
 * @param path the file
 * @param from where the present run of the process begins, bytes from the start
 */
public record LogFile(Path path, long from) {

  private static final long LARGEST = 20L * 1024 * 1024;
  private static final long TAIL = 64L * 1024;

  /** Opens the log for a new run; a long one is put aside as {@code <name>.1}. */
  public static LogFile forNewRun(Path path) {
    try {
      PrivateFolder.make(path.getParent());
      long size = Files.exists(path) ? Files.size(path) : 0;
      if (size > LARGEST) {
        Path aside = path.resolveSibling(path.getFileName() + ".1");
        Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
        size = 0;
      }
      return new LogFile(path, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines this run wrote, oldest first. */
  public List<String> lastLines(int count) {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long start = Math.max(from, file.length() - TAIL);
      byte[] bytes = new byte[(int) Math.max(0, file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      List<String> lines =
          new String(bytes, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
