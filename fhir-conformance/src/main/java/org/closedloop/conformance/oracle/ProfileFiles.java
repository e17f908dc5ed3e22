package org.closedloop.conformance.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The project's own conformance resources, as JSON. */
final class ProfileFiles {

  private static final String FOLDER = "/org/closedloop/conformance/profiles/";

  /** What R4 itself defines: HAPI has the originals. */
  private static final String OF_R4 = "r4/";

  private ProfileFiles() {}

  /** All that the guide and US Core add to R4. */
  static List<String> beyondR4() {
    return read("index.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(OF_R4))
        .map(ProfileFiles::read)
        .toList();
  }

  private static String read(String name) {
    try (InputStream in = ProfileFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is listed in index.txt, but not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
