package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Code systems and codes of FHIR R4, US Core and the BSeR guide that the hub's own code relies on.
 */
public final class Fhir {

  /** Section codes of the guide. */
  public static final String BSER_CODES = "http://hl7.org/fhir/us/bser/CodeSystem/bser";

  /** Our own system for 5.1, which the guide's table uses and its code system lacks (GD-09). */
  static final String LOCAL_BUSINESS_STATUS = "urn:closedloop:business-status";

  /** Business status codes of the guide. */
  public static final String BUSINESS_STATUS =
      "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS";

  /** Identifier types. */
  public static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";

  /** Trigger events; I12 is "patient referral". */
  public static final String EVENTS = "http://terminology.hl7.org/CodeSystem/v2-0003";

  public static final String REFERRAL_EVENT = "I12";

  /** National Provider Identifier. */
  public static final String NPI = "http://hl7.org/fhir/sid/us-npi";

  /** Social security number: never passed on. */
  public static final String SSN = "http://hl7.org/fhir/sid/us-ssn";

  public static final String TASK_CODES = "http://hl7.org/fhir/CodeSystem/task-code";

  public static final String OBSERVATION_CATEGORY =
      "http://terminology.hl7.org/CodeSystem/observation-category";

  /** Section with the summary of a feedback document. */
  public static final String SUMMARY_SECTION = "RSRFS";

  public static final String PLACER = "PLAC";
  public static final String FILLER = "FILL";

  /** Task.status values that make a message a referral request (contradiction C03). */
  public static final Set<String> REQUEST_STATUSES = Set.of("requested", "received");

  private static final Map<String, String> BUSINESS_STATUS_DISPLAY =
      Map.of(
          "2.0", "Service Request Created",
          "3.0", "Service Request Accepted",
          "4.0", "Service Request Declined",
          "5.1.1", "Service Request Event Scheduled",
          "5.1.2", "Scheduled Service Request Event Unattended",
          "5.1.3", "Scheduled Service Request Event Cancelled",
          "5.1.4", "Service Request Event Completed",
          "5.2", "Service Request Cancellation Requested",
          "6.0", "Service Request Fulfillment Cancelled",
          "7.0", "Service Request Fulfillment Completed");

  private Fhir() {}

  /** Display of a code of {@link #BUSINESS_STATUS}, null for a code the system does not have. */
  public static String businessStatusDisplay(String code) {
    return code == null ? null : BUSINESS_STATUS_DISPLAY.get(code);
  }

  /** Code of a Task.businessStatus, in the guide's system or our own; null when absent. */
  static String businessStatus(JsonNode concept) {
    String code = Nodes.code(concept, BUSINESS_STATUS);
    return code == null ? Nodes.code(concept, LOCAL_BUSINESS_STATUS) : code;
  }
}
