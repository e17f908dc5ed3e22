package org.closedloop.core.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/**
 * All FHIR the hub writes itself, as compact UTF-8 JSON. The same input always gives the same
 * bytes: ids are passed in or derived from what is passed in.
 */
public final class HubMessages {

  private HubMessages() {}

  /** The 200 of {@code $process-message}: header with response ok, Task, notes if there are any. */
  public static byte[] processMessageAnswer(Answer answer) {
    return AnswerWriter.accepted(answer);
  }

  /** The same on {@code program.<id>.receipts}. */
  public static byte[] receiptMessage(Answer answer) {
    return AnswerWriter.accepted(answer);
  }

  /**
   * A refusal for a topic: header with response fatal-error, details in an OperationOutcome.
   *
   * @param requestMessageId MessageHeader.id of the refused message; null or blank becomes {@code
   *     unknown}
   * @param answerId id of the answer, a UUID
   */
  public static byte[] refusalMessage(
      String requestMessageId, Refusal refusal, String answerId, Instant at) {
    return AnswerWriter.refused(requestMessageId, refusal, answerId, at);
  }

  /** An OperationOutcome with one issue per finding; at least one is needed. */
  public static byte[] operationOutcome(List<Finding> findings) {
    return JsonWriter.bytes(OutcomeWriter.write(findings));
  }

  /** A referral as a Task. */
  public static byte[] task(TaskView view) {
    return JsonWriter.bytes(TaskWriter.write(view));
  }

  /**
   * The result of a Task search.
   *
   * @param selfUrl the search as it was understood
   * @param baseUrl base of the FHIR interface, without a slash at its end
   */
  public static byte[] searchset(List<TaskView> views, String selfUrl, String baseUrl) {
    BundleWriter bundle = BundleWriter.searchset(views.size(), selfUrl);
    views.forEach(view -> bundle.addMatch(baseUrl + "/Task/" + view.id(), TaskWriter.write(view)));
    return bundle.bytes();
  }

  /**
   * A whole BSeR message that tells a party a status no party wrote a message for, made from the
   * stored referral request: same people and numbers, no documents, Consent or Coverage, and
   * filtered like everything that leaves the hub.
   *
   * @param originalRequest the request as it passed the gate
   * @throws IllegalArgumentException when that is not a readable referral request
   */
  public static byte[] statusUpdate(byte[] originalRequest, StatusUpdate update) {
    return new StatusUpdateWriter(originalRequest, update).write();
  }

  /**
   * The outcome of a referral as a message with its feedback document, for a program that has no
   * system of its own.
   *
   * @param originalRequest the message the program got
   * @param content what its people typed in
   */
  public static byte[] feedback(byte[] originalRequest, FeedbackContent content) {
    return new FeedbackWriter(originalRequest, content).write();
  }

  /**
   * The document Bundle that Task.output of a feedback message references, if there is one. What it
   * references in the message around it goes into it, so that it can be read on its own.
   */
  public static Optional<byte[]> feedbackDocument(byte[] feedbackMessage) {
    MessageView view = ReferralMessage.ofStored(feedbackMessage).view();
    return FeedbackDocument.of(view)
        .map(document -> JsonWriter.bytes(FeedbackDocument.complete(view, document)));
  }

  /**
   * A resource as it is read at an address of the hub: its id is the one in the address (R4,
   * RESTful API, read). Bundles only: nothing else in them refers to that id.
   */
  public static byte[] underId(byte[] bundle, String id) {
    return switch (FhirReader.read(bundle)) {
      case Reading.Readable(FhirTree tree) -> JsonWriter.bytes(tree.root().put("id", id));
      case Reading.Unreadable unreadable ->
          throw new IllegalArgumentException("not a stored Bundle: " + unreadable.refusal());
    };
  }

  /** Bundle.id of that document. */
  public static Optional<String> feedbackDocumentId(byte[] feedbackMessage) {
    return FeedbackDocument.of(ReferralMessage.ofStored(feedbackMessage).view())
        .map(document -> Nodes.text(document.resource(), "id"));
  }
}
