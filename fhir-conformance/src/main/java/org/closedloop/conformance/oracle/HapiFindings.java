package org.closedloop.conformance.oracle;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;

/** Findings in the hub's words: HAPI's own texts quote the message. */
final class HapiFindings {

  static List<Finding> of(ValidationResult result) {
    return result.getMessages().stream().flatMap(m -> finding(m).stream()).toList();
  }
  private static Optional<Finding> finding(SingleValidationMessage message) { return Optional.of(new Finding(""+message.getMessageId(), message.getSeverity()==ResultSeverityEnum.ERROR||message.getSeverity()==ResultSeverityEnum.FATAL?Severity.ERROR:message.getSeverity()==ResultSeverityEnum.WARNING?Severity.WARNING:Severity.INFORMATION, "invariant", ""+message.getLocationString(), ""+message.getMessage())); }
}
