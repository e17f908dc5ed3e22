package org.closedloop.core.state;

import org.closedloop.core.outcome.Finding;

/**
 * Turns a reported Task into a trigger, as design section 4 says. Pure. What a Task means depends
 * on where the referral stands: 5.1.1 schedules a first visit, and reschedules a second.
 */
public final class ReportMapping {

  /** What a report means. */
  public sealed interface Meaning {

    /**
     * The report is a trigger.
     *
     * @param reported trigger and claimed business status
     */
    record Known(Reported reported) implements Meaning {}

    /**
     * The report says nothing the table knows.
     *
     * @param reason what to tell the sender
     */
    record Unknown(Finding reason) implements Meaning {}
  }

  private ReportMapping() {}

  /**
   * Maps a report.
   *
   * @param taskStatus Task.status code
   * @param businessCode Task.businessStatus code, null when absent
   * @param hasOutput whether Task.output references a document
   * @param state where the referral stands
   */
  public static Meaning map(
      String taskStatus, String businessCode, boolean hasOutput, ReferralState state) {
    String code = businessCode == null ? "" : businessCode;
    return switch (taskStatus + "/" + code) {
      case "requested/2.0", "received/2.0", "requested/", "received/" ->
          known(Trigger.SEND_REFERRAL_PACKAGE, BusinessStatus.CREATED);
      case "accepted/3.0", "accepted/" -> known(Trigger.SEND_ACCEPTANCE, BusinessStatus.ACCEPTED);
      case "rejected/4.0", "rejected/" -> known(Trigger.SEND_DECLINE, BusinessStatus.DECLINED);
      case "cancelled/6.0", "cancelled/" ->
          known(Trigger.SEND_CANCELLATION_CONFIRMATION, BusinessStatus.CANCELLED);
      case "completed/7.0", "completed/" ->
          known(Trigger.SEND_REFERRAL_OUTCOME, BusinessStatus.COMPLETED);
      case "in-progress/5.1.1" -> known(visit(state), BusinessStatus.SCHEDULED);
      case "in-progress/5.1.2" ->
          known(Trigger.SEND_NO_SHOW_INFORMATION, BusinessStatus.UNATTENDED);
      case "in-progress/5.1.3" ->
          known(Trigger.SEND_APPOINTMENT_CANCEL, BusinessStatus.EVENT_CANCELLED);
      case "in-progress/5.1.4" ->
          known(Trigger.SEND_INTERIM_CONSULTATION_NOTE, BusinessStatus.EVENT_COMPLETED);
      case "in-progress/5.1", "in-progress/" ->
          known(
              hasOutput
                  ? Trigger.SEND_INTERIM_CONSULTATION_NOTE
                  : Trigger.SEND_SCHEDULE_VISIT_INFORMATION,
              BusinessStatus.ACTIVE);
      case "in-progress/5.2" ->
          known(Trigger.SEND_CANCELLATION_REQUEST, BusinessStatus.CANCELLATION_REQUESTED);
      default -> new Meaning.Unknown(unknown());
    };
  }

  private static Trigger visit(ReferralState state) {
    boolean hadVisit =
        state.businessStatus() == BusinessStatus.SCHEDULED
            || state.businessStatus() == BusinessStatus.UNATTENDED;
    return hadVisit
        ? Trigger.SEND_RESCHEDULED_VISIT_INFORMATION
        : Trigger.SEND_SCHEDULE_VISIT_INFORMATION;
  }

  private static Meaning known(Trigger trigger, BusinessStatus businessStatus) {
    return new Meaning.Known(new Reported(trigger, businessStatus));
  }

  private static Finding unknown() {
    return Finding.error(
        "state-status-pair",
        "Task.businessStatus",
        "Task.status and Task.businessStatus do not form a pair of the guide's table. Send a pair"
            + " such as accepted with 3.0, or in-progress with 5.1.1.");
  }
}
