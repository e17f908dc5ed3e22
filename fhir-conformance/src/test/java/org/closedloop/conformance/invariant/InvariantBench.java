package org.closedloop.conformance.invariant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.shape.R4Model;

/**
 * Microseconds all invariants take for a message, by hand: arguments are folders with messages,
 * where none is given our own examples.
 */
public final class InvariantBench {

  private static final int ROUNDS = 3000;

  private InvariantBench() {}

  public static void main(String[] folders) throws IOException {
    List<ObjectNode> messages = new ArrayList<>();
    long bytes = 0;
    String[] from = folders.length == 0 ? new String[] {"../use-cases"} : folders;
    for (String folder : from) {
      for (Path file : files(Path.of(folder))) {
        messages.add((ObjectNode) new ObjectMapper().readTree(file.toFile()));
        bytes += Files.size(file);
      }
    }
    Invariants invariants = new Invariants(new FhirTypes(new R4Model()));
    long[] nanos = new long[ROUNDS * messages.size()];
    long found = 0;
    for (int pass = 0; pass < 2; pass++) {
      int at = 0;
      for (int round = 0; round < ROUNDS; round++) {
        for (ObjectNode message : messages) {
          long start = System.nanoTime();
          found += invariants.check(message, Instant.EPOCH).size();
          nanos[at++] = System.nanoTime() - start;
        }
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%d messages of %d bytes on average: p50 %.0f us, p90 %.0f us, p99 %.0f us (%d findings)%n",
        messages.size(),
        bytes / messages.size(),
        nanos[nanos.length / 2] / 1e3,
        nanos[nanos.length * 9 / 10] / 1e3,
        nanos[nanos.length * 99 / 100] / 1e3,
        found);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*(examples|messages).*\\.json"))
          .toList();
    }
  }
}
