package org.closedloop.conformance.validate;

import java.util.List;
import java.util.function.Function;
import org.closedloop.conformance.BodyReader;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** Answers {@code $validate} for messages of one direction. Changes nothing anywhere. */
public final class Validator {

  private static final Finding ALL_OK =
      Finding.information(
          "all-ok",
          "",
          "All OK: the hub would take this message as far as it can tell beforehand.");

  private final Gate gate;
  private final Direction direction;

  /** A validator that judges by this gate. */
  public Validator(Gate gate, Direction direction) {
    this.gate = gate;
    this.direction = direction;
  }

  /**
   * Judges a body.
   *
   * @param body a message, or Parameters with a message as the part {@code resource}
   * @param format what it is written in
   * @param further all there is to say of a message that passed the gate, the gate's own notes
   *     included
   */
  public Validation validate(
      byte[] body, FhirFormat format, Function<GateResult.Passed, List<Finding>> further) {
    return switch (gate.check(ValidationBody.message(BodyReader.read(body, format)), direction)) {
      case GateResult.Refused refused -> refused(refused.refusal());
      case GateResult.Passed passed -> judged(further.apply(passed));
    };
  }

  private static Validation refused(Refusal refusal) {
    return refusal.httpStatus() == 422
        ? new Validation.Judged(refusal.findings())
        : new Validation.Unreadable(refusal);
  }

  private static Validation judged(List<Finding> findings) {
    return new Validation.Judged(findings.isEmpty() ? List.of(ALL_OK) : findings);
  }
}
