package org.closedloop.stack.part;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars Kafka runs from. */
final class Libraries {

  private Libraries() {}

  /** The built folder of jars; before it is built, in this module's tests, their own class path. */
  static String classPath(Path root) {
    Path folder = root.resolve("deploy/local-stack/target/lib");
    return Files.isDirectory(folder)
        ? folder.resolve("*").toString()
        : System.getProperty("java.class.path");
  }
}
