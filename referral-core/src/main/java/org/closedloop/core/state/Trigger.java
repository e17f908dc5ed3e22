package org.closedloop.core.state;

/** What makes a referral move; the words are those of the harmonised table. */
public enum Trigger {
  SEND_REFERRAL_PACKAGE("send-referral-package"),
  SEND_ACCEPTANCE("send-acceptance"),
  SEND_DECLINE("send-decline"),
  SEND_CANCELLATION_REQUEST("send-cancellation-request"),
  SEND_SCHEDULE_VISIT_INFORMATION("send-schedule-visit-information"),
  SEND_RESCHEDULED_VISIT_INFORMATION("send-rescheduled-visit-information"),
  SEND_NO_SHOW_INFORMATION("send-no-show-information"),
  SEND_APPOINTMENT_CANCEL("send-appointment-cancel"),
  SEND_INTERIM_CONSULTATION_NOTE("send-interim-consultation-note"),
  SEND_REFERRAL_OUTCOME("send-referral-outcome"),
  SEND_CANCELLATION_CONFIRMATION("send-cancellation-confirmation");

  private final String word;

  Trigger(String word) {
    this.word = word;
  }

  /** The word in the table, in history and in topics. */
  public String word() {
    return word;
  }
}
