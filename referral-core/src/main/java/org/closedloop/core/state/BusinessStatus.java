package org.closedloop.core.state;

import java.util.Optional;

/**
 * Task.businessStatus codes of the guide's {@code TaskBusinessStatusCS}, and {@code 5.1}, which
 * rows 31 to 34 of the table use although the code system lacks it.
 */
public enum BusinessStatus {
  CREATED("2.0", "Service Request Created"),
  ACCEPTED("3.0", "Service Request Accepted"),
  DECLINED("4.0", "Service Request Declined"),
  ACTIVE("5.1", "Service Request Active In-Progress"),
  SCHEDULED("5.1.1", "Service Request Event Scheduled"),
  UNATTENDED("5.1.2", "Scheduled Service Request Event Unattended"),
  EVENT_CANCELLED("5.1.3", "Scheduled Service Request Event Cancelled"),
  EVENT_COMPLETED("5.1.4", "Service Request Event Completed"),
  CANCELLATION_REQUESTED("5.2", "Service Request Cancellation Requested"),
  CANCELLED("6.0", "Service Request Fulfillment Cancelled"),
  COMPLETED("7.0", "Service Request Fulfillment Completed");

  /** Canonical URL of the guide's code system. */
  public static final String SYSTEM = "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS";

  private final String code;
  private final String display;

  BusinessStatus(String code, String display) {
    this.code = code;
    this.display = display;
  }

  /** The code in {@link #SYSTEM}. */
  public String code() {
    return code;
  }

  /** The text for people. */
  public String display() {
    return display;
  }

  /** The business status for a code; empty when unknown or null. */
  public static Optional<BusinessStatus> of(String code) {
    for (BusinessStatus status : values()) {
      if (status.code.equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
