package org.closedloop.conformance.invariant;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The data file with all of R4's invariants of severity error, from HL7's definitions (CC0). */
final class R4InvariantFile {

  private static final String NAME = "r4-invariants.json";

  private R4InvariantFile() {}

  static List<R4Invariant> read() {
    try (InputStream file = R4InvariantFile.class.getResourceAsStream(NAME)) {
      return List.of(new ObjectMapper().readValue(file, R4Invariant[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("the invariants of R4 cannot be read", e);
    }
  }
}
