package org.closedloop.conformance.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.closedloop.conformance.BodyReader;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.outcome.Severity;

/** Answers {@code $validate} for messages of one direction. Changes nothing anywhere. */
public final class Validator {

  /** Rule id of what is said where nothing is to be corrected. */
  static final String ALL_OK = "all-ok";

  private static final Finding NOTHING_TO_CORRECT =
      Finding.information(
          ALL_OK,
          "",
          "All OK: there is nothing to correct. Whether the referral is known, and where it stands,"
              + " is only looked at when the message is really sent.");

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
    return validate(ValidationBody.message(BodyReader.read(body, format)), further);
  }

  /** Judges a message that was read already; parameters as for the other one. */
  public Validation validate(Reading message, Function<GateResult.Passed, List<Finding>> further) {
    return switch (gate.check(message, direction)) {
      case GateResult.Refused refused -> refused(refused.refusal());
      case GateResult.Passed passed -> judged(further.apply(passed));
    };
  }

  private static Validation refused(Refusal refusal) {
    return refusal.httpStatus() == 422
        ? new Validation.Judged(refusal.findings())
        : new Validation.Unreadable(refusal);
  }

  /** Where nothing is to be corrected it says so; there may still be something to know. */
  private static Validation judged(List<Finding> findings) {
    List<Finding> all = new ArrayList<>(findings);
    if (findings.stream().allMatch(finding -> finding.severity() == Severity.INFORMATION)) {
      all.add(0, NOTHING_TO_CORRECT);
    }
    return new Validation.Judged(all);
  }
}
