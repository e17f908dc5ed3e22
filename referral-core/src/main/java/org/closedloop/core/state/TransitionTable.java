package org.closedloop.core.state;

import static org.closedloop.core.state.Actor.INITIATOR;
import static org.closedloop.core.state.Actor.RECIPIENT;
import static org.closedloop.core.state.Trigger.SEND_ACCEPTANCE;
import static org.closedloop.core.state.Trigger.SEND_APPOINTMENT_CANCEL;
import static org.closedloop.core.state.Trigger.SEND_CANCELLATION_CONFIRMATION;
import static org.closedloop.core.state.Trigger.SEND_CANCELLATION_REQUEST;
import static org.closedloop.core.state.Trigger.SEND_DECLINE;
import static org.closedloop.core.state.Trigger.SEND_INTERIM_CONSULTATION_NOTE;
import static org.closedloop.core.state.Trigger.SEND_NO_SHOW_INFORMATION;
import static org.closedloop.core.state.Trigger.SEND_REFERRAL_OUTCOME;
import static org.closedloop.core.state.Trigger.SEND_REFERRAL_PACKAGE;
import static org.closedloop.core.state.Trigger.SEND_RESCHEDULED_VISIT_INFORMATION;
import static org.closedloop.core.state.Trigger.SEND_SCHEDULE_VISIT_INFORMATION;

import java.util.List;

/**
 * The 34 rows of the guide's harmonised state transition table (BSeR with IHE 360X), taken
 * literally: what is not a row is refused (docs/guide-decisions.md).
 */
public final class TransitionTable {

  private static final ReferralState RECEIVED = state(TaskStatus.RECEIVED, BusinessStatus.CREATED);
  private static final ReferralState ACCEPTED = state(TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED);
  private static final ReferralState REJECTED = state(TaskStatus.REJECTED, BusinessStatus.DECLINED);
  private static final ReferralState ACTIVE = inProgress(BusinessStatus.ACTIVE);
  private static final ReferralState SCHEDULED = inProgress(BusinessStatus.SCHEDULED);
  private static final ReferralState UNATTENDED = inProgress(BusinessStatus.UNATTENDED);
  private static final ReferralState EVENT_CANCELLED = inProgress(BusinessStatus.EVENT_CANCELLED);
  private static final ReferralState EVENT_COMPLETED = inProgress(BusinessStatus.EVENT_COMPLETED);
  private static final ReferralState CANCELLATION_REQUESTED =
      inProgress(BusinessStatus.CANCELLATION_REQUESTED);
  private static final ReferralState CANCELLED =
      state(TaskStatus.CANCELLED, BusinessStatus.CANCELLED);
  private static final ReferralState COMPLETED =
      state(TaskStatus.COMPLETED, BusinessStatus.COMPLETED);

  /** All rows in the order of the guide. */
  public static final List<Transition> ROWS =
      List.of(
          row("01", INITIATOR, SEND_REFERRAL_PACKAGE, ReferralState.NONE, RECEIVED),
          row("02", RECIPIENT, SEND_ACCEPTANCE, RECEIVED, ACCEPTED),
          row("03", RECIPIENT, SEND_DECLINE, RECEIVED, REJECTED),
          row("04", INITIATOR, SEND_CANCELLATION_REQUEST, RECEIVED, CANCELLATION_REQUESTED),
          row("05", RECIPIENT, SEND_DECLINE, ACCEPTED, REJECTED),
          row("06", RECIPIENT, SEND_SCHEDULE_VISIT_INFORMATION, ACCEPTED, SCHEDULED),
          row("07", INITIATOR, SEND_CANCELLATION_REQUEST, ACCEPTED, CANCELLATION_REQUESTED),
          row("08", RECIPIENT, SEND_INTERIM_CONSULTATION_NOTE, ACCEPTED, EVENT_COMPLETED),
          row("09", RECIPIENT, SEND_REFERRAL_OUTCOME, ACCEPTED, COMPLETED),
          row("10", RECIPIENT, SEND_DECLINE, SCHEDULED, REJECTED),
          row("11", RECIPIENT, SEND_RESCHEDULED_VISIT_INFORMATION, SCHEDULED, SCHEDULED),
          row("12", RECIPIENT, SEND_NO_SHOW_INFORMATION, SCHEDULED, UNATTENDED),
          row("13", RECIPIENT, SEND_APPOINTMENT_CANCEL, SCHEDULED, EVENT_CANCELLED),
          row("14", INITIATOR, SEND_CANCELLATION_REQUEST, SCHEDULED, CANCELLATION_REQUESTED),
          row("15", RECIPIENT, SEND_INTERIM_CONSULTATION_NOTE, SCHEDULED, EVENT_COMPLETED),
          row("16", RECIPIENT, SEND_REFERRAL_OUTCOME, SCHEDULED, COMPLETED),
          row("17", RECIPIENT, SEND_DECLINE, UNATTENDED, REJECTED),
          row("18", RECIPIENT, SEND_RESCHEDULED_VISIT_INFORMATION, UNATTENDED, SCHEDULED),
          row("19", RECIPIENT, SEND_APPOINTMENT_CANCEL, UNATTENDED, EVENT_CANCELLED),
          row("20", INITIATOR, SEND_CANCELLATION_REQUEST, UNATTENDED, CANCELLATION_REQUESTED),
          row("21", RECIPIENT, SEND_SCHEDULE_VISIT_INFORMATION, EVENT_CANCELLED, SCHEDULED),
          row("22", INITIATOR, SEND_CANCELLATION_REQUEST, EVENT_CANCELLED, CANCELLATION_REQUESTED),
          row("23", RECIPIENT, SEND_CANCELLATION_CONFIRMATION, CANCELLATION_REQUESTED, CANCELLED),
          row("24", RECIPIENT, SEND_REFERRAL_OUTCOME, CANCELLATION_REQUESTED, COMPLETED),
          row("25", RECIPIENT, SEND_DECLINE, EVENT_COMPLETED, REJECTED),
          row("26", RECIPIENT, SEND_SCHEDULE_VISIT_INFORMATION, EVENT_COMPLETED, SCHEDULED),
          row("27", RECIPIENT, SEND_APPOINTMENT_CANCEL, EVENT_COMPLETED, EVENT_CANCELLED),
          row("28", INITIATOR, SEND_CANCELLATION_REQUEST, EVENT_COMPLETED, CANCELLATION_REQUESTED),
          row("29", RECIPIENT, SEND_INTERIM_CONSULTATION_NOTE, EVENT_COMPLETED, EVENT_COMPLETED),
          row("30", RECIPIENT, SEND_REFERRAL_OUTCOME, EVENT_COMPLETED, COMPLETED),
          row("31", RECIPIENT, SEND_SCHEDULE_VISIT_INFORMATION, ACCEPTED, ACTIVE),
          row("32", RECIPIENT, SEND_INTERIM_CONSULTATION_NOTE, ACCEPTED, ACTIVE),
          row("33", RECIPIENT, SEND_DECLINE, ACTIVE, REJECTED),
          row("34", INITIATOR, SEND_CANCELLATION_REQUEST, ACTIVE, CANCELLATION_REQUESTED));

  private TransitionTable() {}

  private static Transition row(
      String tid, Actor actor, Trigger trigger, ReferralState from, ReferralState to) {
    return new Transition(tid, actor, trigger, from, to);
  }

  private static ReferralState state(TaskStatus status, BusinessStatus businessStatus) {
    return new ReferralState(status, businessStatus);
  }

  private static ReferralState inProgress(BusinessStatus businessStatus) {
    return new ReferralState(TaskStatus.IN_PROGRESS, businessStatus);
  }
}
