package org.closedloop.adapter.out;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.core.claim.ConsentEnd;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;

/** What the adapter knows of a referral's Task; table {@code task_view}. */
@Entity
@Table(name = "task_view")
class TaskRow {

  @Id
  @Column(name = "referral_id")
  private String referralId;

  private String initiator;
  private String program;

  @Column(name = "use_case")
  private String useCase;

  @Column(name = "service_system")
  private String serviceSystem;

  @Column(name = "service_npi")
  private String serviceNpi;

  @Column(name = "service_value")
  private String serviceValue;

  @Column(name = "task_system")
  private String taskSystem;

  @Column(name = "task_npi")
  private String taskNpi;

  @Column(name = "task_value")
  private String taskValue;

  @Column(name = "authored_on")
  private Instant authoredOn;

  private long sequence;
  private long moved;
  private String status;

  @Column(name = "business_status")
  private String businessStatus;

  @Column(name = "status_reason")
  private byte[] statusReason;

  private String delivery;

  @Column(name = "last_modified")
  private Instant lastModified;

  @Column(name = "feedback_document_id")
  private String feedbackDocumentId;

  @Embedded private Told told = new Told();

  protected TaskRow() {}

  /** The row of a referral's first decision; {@link #follow} adds the state. */
  static TaskRow of(Decision first) {
    Submission submission = first.submission();
    TaskRow row = new TaskRow();
    row.referralId = first.referralId();
    row.initiator = submission.initiator();
    row.program = submission.program();
    row.useCase = submission.useCase();
    row.serviceSystem = submission.service().system();
    row.serviceNpi = submission.service().assignerNpi();
    row.serviceValue = submission.service().value();
    if (submission.task() != null) {
      row.taskSystem = submission.task().system();
      row.taskNpi = submission.task().assignerNpi();
      row.taskValue = submission.task().value();
    }
    row.authoredOn = first.claim().claimedAt();
    return row;
  }

  /** Takes over what was decided; what is not newer changes nothing. */
  void follow(Decision decision) {
    if (decision.sequence() <= sequence) {
      return;
    }
    sequence = decision.sequence();
    status = decision.to().status().code();
    businessStatus = code(decision.to());
    delivery = decision.delivery().name();
    lastModified = decision.decidedAt();
    if (decision.feedbackBundleId() != null) {
      feedbackDocumentId = decision.feedbackBundleId();
    }
    if (decision.tid() != null) {
      moved = decision.sequence();
    }
    if (decision.messageId() != null || decision.tid() != null) {
      statusReason = sealed(reason(decision));
    }
  }

  private static String reason(Decision decision) {
    Report report = decision.claim().report();
    return report == null
        ? ConsentEnd.of(decision).map(end -> end.sentence(decision.tid() != null)).orElse(null)
        : report.statusReason();
  }

  private static String code(ReferralState state) {
    BusinessStatus business = state.businessStatus();
    return business == null ? null : business.code();
  }

  private static byte[] sealed(String text) {
    return text == null
        ? null
        : EnvelopeCodec.seal(Envelope.ofPayload(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The Task as a party may see it now. */
  TaskRecord record() {
    boolean ahead = told.sequence() > sequence;
    return new TaskRecord(
        referralId,
        initiator,
        program,
        useCase,
        new Placer(serviceSystem, serviceNpi, serviceValue),
        taskValue == null ? null : new Placer(taskSystem, taskNpi, taskValue),
        authoredOn,
        ahead ? told.sequence() : sequence,
        ahead ? told.status() : status,
        ahead ? told.businessStatus() : businessStatus,
        ahead ? null : reasonText(),
        delivery,
        ahead ? told.at() : lastModified,
        feedbackDocumentId,
        ahead ? told.sequence() : moved);
  }

  private String reasonText() {
    return statusReason == null
        ? null
        : new String(EnvelopeCodec.open(statusReason).payload(), StandardCharsets.UTF_8);
  }

  String referralId() {
    return referralId;
  }
}
