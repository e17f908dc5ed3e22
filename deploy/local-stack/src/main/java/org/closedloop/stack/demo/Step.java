package org.closedloop.stack.demo;

import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;

/** What a program of the demo reports. */
enum Step {
  ACCEPT("accepts", TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED),
  SCHEDULE("schedules a visit", TaskStatus.IN_PROGRESS, BusinessStatus.SCHEDULED),
  NO_SHOW("reports a no-show", TaskStatus.IN_PROGRESS, BusinessStatus.UNATTENDED),
  RESCHEDULE("reschedules", TaskStatus.IN_PROGRESS, BusinessStatus.SCHEDULED),
  INTERIM_NOTE("sends an interim note", TaskStatus.IN_PROGRESS, BusinessStatus.EVENT_COMPLETED),
  OUTCOME("sends the outcome", TaskStatus.COMPLETED, BusinessStatus.COMPLETED);

  private final String words;
  private final ReferralState state;

  Step(String words, TaskStatus status, BusinessStatus businessStatus) {
    this.words = words;
    this.state = new ReferralState(status, businessStatus);
  }

  /** For people. */
  String words() {
    return words;
  }

  /** The state the program reports. */
  ReferralState state() {
    return state;
  }
}
