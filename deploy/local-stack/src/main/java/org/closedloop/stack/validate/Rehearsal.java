package org.closedloop.stack.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.BodyReader;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.conformance.validate.DirectionGuess;
import org.closedloop.conformance.validate.Places;
import org.closedloop.conformance.validate.ValidationBody;
import org.closedloop.conformance.validate.Validator;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.fhir.WithheldNotes;
import org.closedloop.core.outcome.Finding;

/** Puts files through the hub's own gate, in this process: no stack, no token, no consequence. */
final class Rehearsal {

  private final Gate gate;
  private final Optional<Direction> sender;

  /**
   * @param sender whose message the files are, empty to guess for each
   */
  Rehearsal(Gate gate, Optional<Direction> sender) {
    this.gate = gate;
    this.sender = sender;
  }

  /** Judges one file. */
  FileReport judge(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return judge(file, in.readNBytes(FhirReader.MAX_BYTES + 1));
    } catch (IOException | InvalidPathException e) {
      return FileReport.of(file, "", List.of(unreadable()), expression -> "");
    }
  }

  private FileReport judge(String file, byte[] body) {
    Reading message = ValidationBody.message(BodyReader.read(body, format(body)));
    Direction direction = sender.orElseGet(() -> DirectionGuess.of(message));
    return FileReport.of(
        file,
        direction == Direction.REQUEST ? "initiator" : "recipient",
        new Validator(gate, direction)
            .validate(message, passed -> findings(passed, direction))
            .all(),
        expression -> Places.resourceType(message, expression));
  }

  private static List<Finding> findings(GateResult.Passed passed, Direction direction) {
    List<Finding> findings = new ArrayList<>(passed.notes());
    byte[] bytes = passed.message().bytes();
    boolean request = direction == Direction.REQUEST;
    Filtered filtered =
        request
            ? MinimumNecessary.request(bytes, passed.useCase())
            : MinimumNecessary.feedback(bytes, passed.useCase());
    findings.addAll(WithheldNotes.of(filtered.withheld(), request ? "program" : "initiator"));
    return findings;
  }

  /** XML begins with a bracket, whatever the file is called. */
  private static FhirFormat format(byte[] body) {
    for (byte b : body) {
      boolean before = Character.isWhitespace(b) || (b & 0x80) != 0;
      if (!before) {
        return b == '<' ? FhirFormat.XML : FhirFormat.JSON;
      }
    }
    return FhirFormat.JSON;
  }

  private static Finding unreadable() {
    return Finding.error(
        "file-unreadable", "not-found", "", "The file is not there or cannot be read.");
  }
}
