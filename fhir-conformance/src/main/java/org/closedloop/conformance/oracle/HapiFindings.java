package org.closedloop.conformance.oracle;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.util.List;
import java.util.Objects;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;

/** HAPI's messages as findings. */
final class HapiFindings {

  /** Warnings of this kind tell which codes HAPI does not know, and nothing about the message. */
  private static final String TERMINOLOGY = "Terminology_";

  private HapiFindings() {}

  /** Errors and warnings; what HAPI says twice, for a profile and its base, is said once. */
  static List<Finding> of(ValidationResult result) {
    return result.getMessages().stream()
        .filter(HapiFindings::matters)
        .map(HapiFindings::finding)
        .distinct()
        .toList();
  }

  private static boolean matters(SingleValidationMessage message) {
    return switch (message.getSeverity()) {
      case FATAL, ERROR -> true;
      case WARNING -> !kind(message).startsWith(TERMINOLOGY);
      case INFORMATION -> false;
    };
  }

  private static Finding finding(SingleValidationMessage message) {
    String kind = kind(message);
    Severity severity =
        message.getSeverity() == ResultSeverityEnum.WARNING ? Severity.WARNING : Severity.ERROR;
    return new Finding(
        "hapi-" + kind,
        severity,
        HapiWords.issueType(kind),
        expression(message.getLocationString()),
        HapiWords.text(kind, message.getMessage()));
  }

  /** The id of HAPI's message; of a broken invariant its key, which ends the id. */
  private static String kind(SingleValidationMessage message) {
    String id = Objects.requireNonNullElse(message.getMessageId(), "syntax");
    return id.substring(id.indexOf('#') + 1);
  }

  /** HAPI writes types and ids of resources into its paths, as comments. */
  private static String expression(String location) {
    return location == null ? "" : location.replaceAll("/\\*.*?\\*/", "");
  }
}
