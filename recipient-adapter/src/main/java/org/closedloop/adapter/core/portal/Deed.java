package org.closedloop.adapter.core.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.Move;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.ReportMapping;
import org.closedloop.core.state.ReportMapping.Meaning;
import org.closedloop.core.state.StateMachine;
import org.closedloop.core.state.TaskStatus;

/**
 * What people at a program can do with a referral. Which of it is possible now, the state machine
 * says alone.
 */
public enum Deed {
  ACCEPT("accept", "Accept", TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED),
  SCHEDULE("schedule", "Schedule a visit", TaskStatus.IN_PROGRESS, BusinessStatus.SCHEDULED),
  OUTCOME("outcome", "Send the outcome", TaskStatus.COMPLETED, BusinessStatus.COMPLETED),
  NOTE("note", "Send an interim note", TaskStatus.IN_PROGRESS, BusinessStatus.EVENT_COMPLETED),
  NO_SHOW("no-show", "Report a no-show", TaskStatus.IN_PROGRESS, BusinessStatus.UNATTENDED),
  CANCEL_VISIT(
      "cancel-visit", "Cancel the visit", TaskStatus.IN_PROGRESS, BusinessStatus.EVENT_CANCELLED),
  CONFIRM_CANCELLATION(
      "confirm-cancellation",
      "Confirm the cancellation",
      TaskStatus.CANCELLED,
      BusinessStatus.CANCELLED),
  DECLINE("decline", "Decline", TaskStatus.REJECTED, BusinessStatus.DECLINED);

  private final String word;
  private final String label;
  private final TaskStatus status;
  private final BusinessStatus businessStatus;

  Deed(String word, String label, TaskStatus status, BusinessStatus businessStatus) {
    this.word = word;
    this.label = label;
    this.status = status;
    this.businessStatus = businessStatus;
  }

  /** The deed of an address. */
  public static Optional<Deed> of(String word) {
    return Arrays.stream(values()).filter(deed -> deed.word.equals(word)).findFirst();
  }

  /** All that can be done with a referral as it stands. */
  public static List<Deed> possible(ReferralState state) {
    return Arrays.stream(values()).filter(deed -> deed.possibleAt(state)).toList();
  }

  /** Whether a row of the table allows it. */
  public boolean possibleAt(ReferralState state) {
    Meaning meaning =
        ReportMapping.map(status.code(), businessStatus.code(), this == OUTCOME, state);
    return meaning instanceof Meaning.Known known
        && StateMachine.decide(state, Actor.RECIPIENT, known.reported()) instanceof Move.Accepted;
  }

  /** The word in its address. */
  public String word() {
    return word;
  }

  /** What the button says. */
  public String label(ReferralState state) {
    boolean again =
        state.businessStatus() == BusinessStatus.SCHEDULED
            || state.businessStatus() == BusinessStatus.UNATTENDED;
    return this == SCHEDULE && again ? "Move the visit" : label;
  }

  /** Task.status it reports. */
  public TaskStatus status() {
    return status;
  }

  /** Task.businessStatus it reports. */
  public BusinessStatus businessStatus() {
    return businessStatus;
  }

  /** Tone of its button: {@code primary}, {@code danger}, or nothing. */
  public String tone() {
    return switch (this) {
      case ACCEPT, OUTCOME -> "primary";
      case DECLINE, CANCEL_VISIT, CONFIRM_CANCELLATION -> "danger";
      case SCHEDULE, NOTE, NO_SHOW -> "";
    };
  }
}
