package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** Answers to a message: accepted with the Task (design section 5, "200"), or refused. */
final class AnswerWriter {

  private static final String UUID_URN = "urn:uuid:";

  private AnswerWriter() {}

  static byte[] accepted(Answer answer) {
    ObjectNode header = HeaderWriter.fromHub(answer.answerId());
    HeaderWriter.writeResponse(header, orUnknown(answer.requestMessageId()), "ok");
    String taskUrl = UUID_URN + answer.task().id();
    header.putArray("focus").addObject().put("reference", taskUrl);
    BundleWriter bundle =
        BundleWriter.message(answer.answerId(), answer.at())
            .add(UUID_URN + answer.answerId(), header)
            .add(taskUrl, TaskWriter.write(answer.task()));
    if (!answer.notes().isEmpty()) {
      addOutcome(bundle, header, answer.answerId(), answer.notes());
    }
    return bundle.bytes();
  }

  static byte[] refused(String requestMessageId, Refusal refusal, String answerId, Instant at) {
    ObjectNode header = HeaderWriter.fromHub(answerId);
    HeaderWriter.writeResponse(header, orUnknown(requestMessageId), "fatal-error");
    BundleWriter bundle = BundleWriter.message(answerId, at).add(UUID_URN + answerId, header);
    addOutcome(bundle, header, answerId, refusal.findings());
    return bundle.bytes();
  }

  private static void addOutcome(
      BundleWriter bundle, ObjectNode header, String answerId, List<Finding> findings) {
    String id = HubIds.derived(answerId, "outcome");
    ObjectNode outcome = OutcomeWriter.write(findings);
    outcome.put("id", id);
    bundle.add(UUID_URN + id, outcome);
    ((ObjectNode) header.get("response")).putObject("details").put("reference", UUID_URN + id);
  }

  private static String orUnknown(String requestMessageId) {
    return requestMessageId == null || requestMessageId.isBlank() ? "unknown" : requestMessageId;
  }
}
