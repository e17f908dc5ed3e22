package org.closedloop.feedback.out;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.ConsentTerms;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.Repeats;
import org.closedloop.feedback.core.StageTimes;

/** A referral as it stands. */
@Entity
@Table(name = "referral")
class ReferralRow {

  /** The timers look at a referral this long after something began that may become late. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

  @Id UUID id;
  String initiator;
  String program;
  String useCase;
  String serviceSystem;
  String serviceAssigner;
  String serviceValue;
  String taskSystem;
  String taskAssigner;
  String taskValue;
  String serviceKey;
  String[] patientKeys;
  Instant consentGiven;
  Instant consentUntil;
  String submissionClaim;
  String fingerprint;
  UUID requestPayload;
  String status;
  String businessStatus;
  byte[] statusReason;
  String delivery;
  long sequence;
  UUID feedbackBundle;
  Instant acceptedAt;
  Instant recordedAt;
  Instant routedAt;
  Instant deliveredAt;
  Instant respondedAt;
  Instant closedAt;
  Instant lastModified;

  /** When the timers look at it next; null when nothing can become late. */
  Instant checkAt;

  /** Whether it is late at some stage. */
  boolean overdue;

  /** A new row; what does not change later is set here alone. */
  static ReferralRow open(Referral referral, UUID requestPayload) {
    Submission submission = referral.submission();
    ReferralRow row = new ReferralRow();
    row.id = UUID.fromString(referral.id());
    row.initiator = submission.initiator();
    row.program = submission.program();
    row.useCase = submission.useCase();
    row.serviceSystem = submission.service().system();
    row.serviceAssigner = submission.service().assignerNpi();
    row.serviceValue = submission.service().value();
    if (submission.task() != null) {
      row.taskSystem = submission.task().system();
      row.taskAssigner = submission.task().assignerNpi();
      row.taskValue = submission.task().value();
    }
    row.serviceKey = Repeats.serviceKey(submission);
    row.patientKeys = submission.patientKeys().toArray(String[]::new);
    if (submission.consent() != null) {
      row.consentGiven = submission.consent().given();
      row.consentUntil = submission.consent().until();
    }
    row.submissionClaim = referral.submissionClaimId();
    row.fingerprint = referral.fingerprint();
    row.requestPayload = requestPayload;
    row.become(referral);
    return row;
  }

  /** Takes over what a decision changed. */
  void become(Referral referral) {
    status = referral.state().status().code();
    businessStatus = referral.state().businessStatus().code();
    statusReason = SealedText.seal(referral.statusReason());
    delivery = referral.delivery().name();
    sequence = referral.sequence();
    feedbackBundle =
        referral.feedbackBundleId() == null ? null : UUID.fromString(referral.feedbackBundleId());
    StageTimes times = referral.times();
    boolean begins = acceptedAt == null || deliveredAt == null && times.deliveredAt() != null;
    acceptedAt = times.acceptedAt();
    recordedAt = times.recordedAt();
    routedAt = times.routedAt();
    deliveredAt = times.deliveredAt();
    respondedAt = times.respondedAt();
    closedAt = times.closedAt();
    lastModified = referral.lastModified();
    checkAt = nextLook(begins);
  }

  private Instant nextLook(boolean begins) {
    if (overdue) {
      return lastModified;
    }
    if (closedAt != null) {
      return null;
    }
    Instant soon = lastModified.plus(FIRST_LOOK);
    return begins && (checkAt == null || checkAt.isAfter(soon)) ? soon : checkAt;
  }

  Referral referral() {
    return new Referral(
        id.toString(),
        submission(),
        submissionClaim,
        fingerprint,
        new ReferralState(
            TaskStatus.of(status).orElseThrow(), BusinessStatus.of(businessStatus).orElseThrow()),
        SealedText.open(statusReason),
        Delivery.valueOf(delivery),
        sequence,
        feedbackBundle == null ? null : feedbackBundle.toString(),
        new StageTimes(acceptedAt, recordedAt, routedAt, deliveredAt, respondedAt, closedAt),
        lastModified);
  }

  private Submission submission() {
    return new Submission(
        initiator,
        program,
        useCase,
        new Placer(serviceSystem, serviceAssigner, serviceValue),
        taskValue == null ? null : new Placer(taskSystem, taskAssigner, taskValue),
        List.of(patientKeys),
        consentGiven == null ? null : new ConsentTerms(consentGiven, consentUntil));
  }
}
