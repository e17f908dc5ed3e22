package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Turns a stored referral request into a status update; see {@link HubMessages#statusUpdate}. */
final class StatusUpdateWriter {

  private static final Set<String> ENDED_BADLY = Set.of("rejected", "cancelled", "failed");

  private final StatusUpdate update;
  private final ObjectNode root;
  private final MessageView request;
  private final ObjectNode oldHeader;
  private final ObjectNode task;
  private final ObjectNode serviceRequest;

  StatusUpdateWriter(byte[] originalRequest, StatusUpdate update) {
    this.update = update;
    request = ReferralMessage.ofStored(originalRequest).view();
    root = request.message().bundle();
    oldHeader = needed(request.header());
    task = needed(request.task());
    serviceRequest = needed(request.serviceRequest());
  }

  private static ObjectNode needed(java.util.Optional<Entry> entry) {
    return entry
        .map(Entry::resource)
        .orElseThrow(() -> new IllegalArgumentException("not a stored referral request"));
  }

  byte[] write() {
    writeBundle();
    writeTask();
    writeServiceRequest();
    writeHeader();
    new MessageFilter(root, null).run();
    return JsonWriter.bytes(root);
  }

  private void writeBundle() {
    root.put("id", HubIds.derived(update.messageId(), "bundle"));
    root.putObject("identifier")
        .put("system", "urn:ietf:rfc:3986")
        .put("value", "urn:uuid:" + HubIds.derived(update.messageId(), "bundle-identifier"));
    root.put("timestamp", update.at().toString());
  }

  private void writeTask() {
    task.put("status", update.status());
    TaskWriter.writeStatusDetails(task, update.businessStatus(), reason());
    task.put("lastModified", update.at().toString());
    task.remove("output");
  }

  private String reason() {
    if (!update.byHub()) {
      return update.reason();
    }
    String reason = update.reason() == null ? "decided in the recipient's place" : update.reason();
    return HeaderWriter.HUB_NAME + ": " + reason;
  }

  private void writeServiceRequest() {
    serviceRequest.remove("supportingInfo");
    serviceRequest.remove("insurance");
    if (update.status().equals("completed")) {
      serviceRequest.put("status", "completed");
    } else if (ENDED_BADLY.contains(update.status())) {
      serviceRequest.put("status", "revoked");
    }
  }

  private void writeHeader() {
    boolean toInitiator = update.direction() == StatusUpdate.Direction.TO_INITIATOR;
    JsonNode initiator = Nodes.at(task, "requester");
    JsonNode program = Nodes.at(task, "owner");
    ObjectNode header = HeaderWriter.fromHub(update.messageId());
    header.set("meta", oldHeader.get("meta"));
    if (header.get("meta") == null || header.get("meta").isNull()) {
      header.remove("meta");
    }
    writeDestination(header, toInitiator ? initiator : program);
    header.set("sender", literal(toInitiator ? program : initiator));
    if (!update.byHub()) {
      ((ObjectNode) header.get("source")).put("name", name(toInitiator ? program : initiator));
    }
    header.putArray("focus").addObject().put("reference", taskUrl());
    if (toInitiator && Nodes.text(oldHeader, "id") != null) {
      HeaderWriter.writeResponse(header, Nodes.text(oldHeader, "id"), "ok");
    }
    replaceHeader(header);
  }

  private void writeDestination(ObjectNode header, JsonNode party) {
    ObjectNode destination = header.putArray("destination").addObject();
    destination.put("name", name(party));
    // An address of the message is never called; R4 demands one, so it names the party.
    String npi = new Participants(request).npi(party);
    destination.put("endpoint", "urn:closedloop:party:" + (npi == null ? "unknown" : npi));
    destination.set("receiver", literal(party));
  }

  private String name(JsonNode party) {
    return new Participants(request)
        .organization(party)
        .map(organization -> Nodes.text(organization.resource(), "name"))
        .orElse("unnamed organization");
  }

  private ObjectNode literal(JsonNode party) {
    return root.objectNode().put("reference", Nodes.text(party, "reference"));
  }

  private String taskUrl() {
    return Nodes.text(Nodes.at(oldHeader, "focus"), "reference");
  }

  private void replaceHeader(ObjectNode header) {
    for (JsonNode entry : Nodes.list(root, "entry")) {
      if (entry.get("resource") == oldHeader) {
        ((ObjectNode) entry).put("fullUrl", "urn:uuid:" + update.messageId());
        ((ObjectNode) entry).set("resource", header);
      }
    }
  }
}
