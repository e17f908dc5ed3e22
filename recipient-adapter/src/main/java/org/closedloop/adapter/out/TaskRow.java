package org.closedloop.adapter.out;

import io.vertx.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.fhir.Placer;

/**
 * What the adapter knows of a referral's Task; table {@code task_view}. Only read by this; {@link
 * TaskFollowing} and {@link TaskTelling} write.
 */
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

  /** A row that was asked for by plain SQL; it must have all columns. */
  static TaskRow of(Row from) {
    TaskRow row = new TaskRow();
    row.referralId = from.getString("referral_id");
    row.initiator = from.getString("initiator");
    row.program = from.getString("program");
    row.useCase = from.getString("use_case");
    row.serviceSystem = from.getString("service_system");
    row.serviceNpi = from.getString("service_npi");
    row.serviceValue = from.getString("service_value");
    row.taskSystem = from.getString("task_system");
    row.taskNpi = from.getString("task_npi");
    row.taskValue = from.getString("task_value");
    row.authoredOn = Columns.time(from, "authored_on");
    row.sequence = from.getLong("sequence");
    row.moved = from.getLong("moved");
    row.status = from.getString("status");
    row.businessStatus = from.getString("business_status");
    row.statusReason = Columns.bytes(from, "status_reason");
    row.delivery = from.getString("delivery");
    row.lastModified = Columns.time(from, "last_modified");
    row.feedbackDocumentId = from.getString("feedback_document_id");
    row.told = Told.of(from);
    return row;
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
