package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A referral as the Task the hub shows. It names no patient: the parties know whom their numbers
 * mean, and nothing else needs to.
 */
final class TaskWriter {

  /** System of the delivery word in Task.meta.tag. */
  static final String DELIVERY = "urn:closedloop:delivery";

  /** System of the use case name in Task.meta.tag. */
  static final String USE_CASE = "urn:closedloop:use-case";

  private TaskWriter() {}

  static ObjectNode write(TaskView view) {
    ObjectNode task = JsonNodeFactory.instance.objectNode();
    task.put("resourceType", "Task").put("id", view.id());
    writeMeta(view, task.putObject("meta"));
    if (view.taskPlacer() != null) {
      writePlacer(view.taskPlacer(), task.putArray("identifier").addObject());
    }
    task.put("status", view.status());
    writeStatusDetails(task, view.businessStatus(), view.statusReason());
    task.put("intent", "order");
    coding(task.putObject("code"), Fhir.TASK_CODES, "fulfill", null);
    writeParties(view, task);
    if (view.feedbackBundleId() != null) {
      ObjectNode output = task.putArray("output").addObject();
      output.putObject("type").put("text", "Referral feedback");
      output
          .putObject("valueReference")
          .put("reference", "Bundle/" + view.feedbackBundleId())
          .put("type", "Bundle");
    }
    return task;
  }

  /** Sets businessStatus and statusReason; what is null is removed. */
  static void writeStatusDetails(ObjectNode task, String businessStatus, String statusReason) {
    task.remove("businessStatus");
    task.remove("statusReason");
    if (statusReason != null) {
      task.putObject("statusReason").put("text", statusReason);
    }
    String display = Fhir.businessStatusDisplay(businessStatus);
    if (display != null) {
      coding(task.putObject("businessStatus"), Fhir.BUSINESS_STATUS, businessStatus, display);
    } else if (businessStatus != null) {
      // 5.1 is in the guide's table but not in its code system: a local code (GD-09).
      coding(
          task.putObject("businessStatus"),
          Fhir.LOCAL_BUSINESS_STATUS,
          businessStatus,
          "Service Request Active In-Progress");
    }
  }

  private static void writeMeta(TaskView view, ObjectNode meta) {
    meta.put("versionId", Long.toString(view.version()));
    if (view.lastModified() != null) {
      meta.put("lastUpdated", view.lastModified().toString());
    }
    ArrayNode tags = JsonNodeFactory.instance.arrayNode();
    if (view.delivery() != null) {
      tags.addObject().put("system", DELIVERY).put("code", view.delivery());
    }
    if (view.useCase() != null) {
      tags.addObject().put("system", USE_CASE).put("code", view.useCase());
    }
    if (!tags.isEmpty()) {
      meta.set("tag", tags);
    }
  }

  private static void writeParties(TaskView view, ObjectNode task) {
    if (view.servicePlacer() != null) {
      ObjectNode focus = task.putObject("focus").put("type", "ServiceRequest");
      writePlacer(view.servicePlacer(), focus.putObject("identifier"));
    }
    if (view.authoredOn() != null) {
      task.put("authoredOn", view.authoredOn());
    }
    if (view.lastModified() != null) {
      task.put("lastModified", view.lastModified().toString());
    }
    writeParty(task, "requester", view.initiatorNpi(), view.initiatorName());
    writeParty(task, "owner", view.programNpi(), view.programName());
  }

  private static void writeParty(ObjectNode task, String element, String npi, String name) {
    if (npi == null && name == null) {
      return;
    }
    ObjectNode reference = task.putObject(element);
    if (npi != null) {
      reference.put("type", "Organization");
      reference.putObject("identifier").put("system", Fhir.NPI).put("value", npi);
    }
    if (name != null) {
      reference.put("display", name);
    }
  }

  private static void writePlacer(Placer placer, ObjectNode identifier) {
    coding(identifier.putObject("type"), Fhir.IDENTIFIER_TYPES, Fhir.PLACER, null);
    if (placer.system() != null) {
      identifier.put("system", placer.system());
    }
    identifier.put("value", placer.value());
    if (placer.assignerNpi() != null) {
      identifier
          .putObject("assigner")
          .putObject("identifier")
          .put("system", Fhir.NPI)
          .put("value", placer.assignerNpi());
    }
  }

  private static void coding(ObjectNode concept, String system, String code, String display) {
    ObjectNode coding = concept.putArray("coding").addObject();
    coding.put("system", system).put("code", code);
    if (display != null) {
      coding.put("display", display);
    }
  }
}
