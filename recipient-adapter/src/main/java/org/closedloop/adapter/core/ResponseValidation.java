package org.closedloop.adapter.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.conformance.validate.Validation;
import org.closedloop.conformance.validate.Validator;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.outcome.Finding;

/**
 * What the adapter would say of a program's message, without a claim. Pure: whether the hub has the
 * referral, and where it stands, only a real message is told.
 */
public final class ResponseValidation {

  private final Validator validator;
  private final ReceptionDesk desk;
  private final ResponseClaims claims;

  /** A validation by the same parts that take a message in. */
  public ResponseValidation(Gate gate, ReceptionDesk desk, ResponseClaims claims) {
    this.validator = new Validator(gate, Direction.FEEDBACK);
    this.desk = desk;
    this.claims = claims;
  }

  /**
   * Judges a body.
   *
   * @param program who sends it
   * @param body a message, or Parameters that hold one
   * @param at now
   */
  public Validation of(Party program, byte[] body, FhirFormat format, Instant at) {
    return validator.validate(body, format, passed -> findings(program, passed, at));
  }

  private List<Finding> findings(Party program, GateResult.Passed passed, Instant at) {
    return switch (desk.passed(program, passed)) {
      case Reception.Refused no -> no.refusal().findings();
      case Reception.Message message -> findings(message, at);
      case Reception.BareTask task -> throw new IllegalStateException("a message is no Task");
    };
  }

  private List<Finding> findings(Reception.Message message, Instant at) {
    return switch (claims.of(message, null, Optional.empty(), at)) {
      case ResponseClaim.Refused no -> no.refusal().findings();
      case ResponseClaim.Made made -> made.notes();
    };
  }
}
