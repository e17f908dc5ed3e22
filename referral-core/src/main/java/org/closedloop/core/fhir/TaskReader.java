package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/**
 * Reads the facts of a Task a party wants to update (PUT). Only what the hub takes from it is
 * judged; everything else of such a Task is ignored, never stored or passed on.
 */
public final class TaskReader {

  private TaskReader() {}

  /** Reads a JSON body; never quotes its content. */
  public static TaskReading read(byte[] body) {
    return read(FhirReader.read(body));
  }

  /** Judges a body of any format that was read already. */
  public static TaskReading read(Reading body) {
    return switch (body) {
      case Reading.Unreadable(Refusal refusal) -> new TaskReading.Refused(refusal);
      case Reading.Readable(FhirTree tree) -> judge(tree);
    };
  }

  private static TaskReading judge(FhirTree tree) {
    if (tree.resourceType() == null) {
      return refused(
          400, "structure", "resource-type", "", "The body has no resourceType; send a Task.");
    }
    if (!"Task".equals(tree.resourceType())) {
      return refused(422, "invalid", "task-expected", "", "The resource is not a Task; send one.");
    }
    JsonNode task = tree.root();
    List<Finding> findings = new ArrayList<>();
    requireText(task, "id", findings);
    requireText(task, "status", findings);
    if (task.has("implicitRules") || task.has("modifierExtension")) {
      findings.add(
          Finding.error(
              "no-modifiers",
              "Task",
              "The Task has implicitRules or a modifierExtension the hub does not know; remove"
                  + " it."));
    }
    if (task.has("businessStatus") && !task.get("businessStatus").isObject()) {
      findings.add(
          Finding.error(
              "shape-kind", "structure", "Task.businessStatus", "businessStatus is one object."));
    }
    return findings.isEmpty()
        ? new TaskReading.Read(facts(task))
        : new TaskReading.Refused(new Refusal(422, findings));
  }

  private static void requireText(JsonNode task, String element, List<Finding> findings) {
    if (Nodes.text(task, element) == null) {
      findings.add(
          Finding.error(
              "shape-required", "required", "Task." + element, "Task." + element + " is needed."));
    }
  }

  private static TaskFacts facts(JsonNode task) {
    return new TaskFacts(
        Nodes.text(task, "id"),
        Nodes.text(task, "status"),
        Fhir.businessStatus(Nodes.at(task, "businessStatus")),
        Nodes.text(Nodes.at(task, "statusReason"), "text"),
        !Nodes.list(task, "output").isEmpty(),
        Fingerprint.of(task));
  }

  private static TaskReading refused(
      int status, String type, String ruleId, String expression, String text) {
    return new TaskReading.Refused(
        Refusal.of(status, Finding.error(ruleId, type, expression, text)));
  }
}
