package org.closedloop.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a service's JVM has learned in a run before: classes loaded and linked, and which methods
 * are used most (JEP 483, 514, 515). With it a service is ready in a fraction of the time. Java 25
 * or newer has it; a service starts without it as well, only later.
 *
 * @param program the jar it belongs to
 */
public record AotCache(Path program) {

  private static final int SINCE_JAVA = 25;

  /** Whether the Java of this machine can have one. */
  public static boolean possible() {
    return Runtime.version().feature() >= SINCE_JAVA;
  }

  /** Where it is. */
  public Path file() {
    return program.resolveSibling("app.aot");
  }

  /**
   * Options of a JVM that starts the program; none where there is no cache of this very program.
   */
  public List<String> options() {
    return possible() && fits() ? List.of("-XX:AOTCache=" + file()) : List.of();
  }

  /** One of a program that was built anew would only be looked at and left. */
  private boolean fits() {
    try {
      return Files.isRegularFile(file())
          && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(program)) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Options of a JVM that notes what it learns, when it ends, in a file. */
  public static List<String> noting(Path notes) {
    return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes);
  }

  /** Options of a JVM that makes the cache of such notes and does nothing else. */
  public List<String> making(Path notes) {
    return List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes, "-XX:AOTCache=" + file());
  }
}
