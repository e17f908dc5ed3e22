package org.closedloop.core.state;

import java.util.Optional;

/** Task.status values of the harmonised table; {@code DRAFT} is "no referral yet". */
public enum TaskStatus {
  DRAFT("draft"),
  RECEIVED("received"),
  ACCEPTED("accepted"),
  IN_PROGRESS("in-progress"),
  REJECTED("rejected"),
  CANCELLED("cancelled"),
  COMPLETED("completed");

  private final String code;

  TaskStatus(String code) {
    this.code = code;
  }

  /** The FHIR code. */
  public String code() {
    return code;
  }

  /** True when no row of the table leaves this status. */
  public boolean terminal() {
    return this == REJECTED || this == CANCELLED || this == COMPLETED;
  }

  /** The status for a FHIR code; empty when the table does not know it. */
  public static Optional<TaskStatus> of(String code) {
    for (TaskStatus status : values()) {
      if (status.code.equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
