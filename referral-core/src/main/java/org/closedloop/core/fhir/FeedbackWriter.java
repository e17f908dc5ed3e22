package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the outcome message with its feedback document; see {@link HubMessages#feedback}. */
final class FeedbackWriter {

  private static final String PROFILES = "http://hl7.org/fhir/us/bser/StructureDefinition/";
  private static final String SECTIONS = "http://hl7.org/fhir/us/bser/CodeSystem/bser";
  private static final String SUMMARY = "RSRFS";
  private static final Set<String> WORKFLOW = Set.of("MessageHeader", "Task");

  private final FeedbackContent content;
  private final ObjectNode root;
  private final ObjectNode task;
  private final ObjectNode serviceRequest;

  FeedbackWriter(byte[] originalRequest, FeedbackContent content) {
    this.content = content;
    StatusUpdate completed =
        new StatusUpdate(
            StatusUpdate.Direction.TO_INITIATOR,
            content.messageId(),
            content.at(),
            "completed",
            "7.0",
            null,
            false);
    byte[] update = new StatusUpdateWriter(originalRequest, completed).write();
    MessageView view = ReferralMessage.ofStored(update).view();
    root = view.message().bundle();
    task = view.task().orElseThrow().resource();
    serviceRequest = view.serviceRequest().orElseThrow().resource();
  }

  byte[] write() {
    ArrayNode entries = (ArrayNode) root.get("entry");
    ObjectNode document = document(List.copyOf(children(entries)));
    ObjectNode output = task.putArray("output").addObject();
    output.putObject("type").put("text", title());
    output.putObject("valueReference").put("reference", ResultWriter.url(document));
    entries.addObject().put("fullUrl", ResultWriter.url(document)).set("resource", document);
    return JsonWriter.bytes(root);
  }

  private static List<JsonNode> children(ArrayNode entries) {
    List<JsonNode> all = new ArrayList<>();
    entries.forEach(all::add);
    return all;
  }

  private String title() {
    return content.useCase().display() + " referral feedback";
  }

  private ObjectNode document(List<JsonNode> messageEntries) {
    ObjectNode bundle = root.objectNode().put("resourceType", "Bundle");
    bundle.put("id", id("document"));
    profile(bundle, "BSeR-ReferralFeedbackDocumentBundle");
    bundle
        .putObject("identifier")
        .put("system", "urn:ietf:rfc:3986")
        .put("value", "urn:uuid:" + id("document-identifier"));
    bundle.put("type", "document").put("timestamp", content.at().toString());
    ArrayNode entries = bundle.putArray("entry");
    Map<String, List<ObjectNode>> bySection = results();
    add(entries, composition(bySection));
    bySection.values().forEach(made -> made.forEach(one -> add(entries, one)));
    for (JsonNode entry : messageEntries) {
      if (!WORKFLOW.contains(Nodes.text(entry.path("resource"), "resourceType"))) {
        entries.add(entry.deepCopy());
      }
    }
    return bundle;
  }

  /** What was typed in, by code of its section, in the order of the use case's list. */
  private Map<String, List<ObjectNode>> results() {
    ResultWriter writer = new ResultWriter(content, reference("for"), reference("owner"));
    Map<String, List<ObjectNode>> bySection = new LinkedHashMap<>();
    for (FeedbackResult result : content.results()) {
      bySection
          .computeIfAbsent(result.item().section(), section -> new ArrayList<>())
          .addAll(writer.write(result));
    }
    return bySection;
  }

  private ObjectNode composition(Map<String, List<ObjectNode>> bySection) {
    ObjectNode made = root.objectNode().put("resourceType", "Composition");
    made.put("id", id("composition"));
    profile(made, "BSeR-ReferralFeedbackComposition");
    made.put("status", "final");
    ResultWriter.coding(made.putObject("type"), "http://loinc.org", "11488-4", "Consult note");
    made.putObject("subject").put("reference", reference("for"));
    // The day, not the moment: the same form sent twice says the same.
    made.put("date", content.seenOn().toString());
    made.putArray("author").addObject().put("reference", reference("owner"));
    made.put("title", title());
    ArrayNode sections = made.putArray("section");
    summary(sections.addObject());
    String own = content.useCase().feedback().section();
    bySection.putIfAbsent(own, new ArrayList<>());
    bySection.forEach((code, resources) -> section(sections.addObject(), code, resources));
    return made;
  }

  private void summary(ObjectNode section) {
    section.put("title", "Referral feedback summary");
    ResultWriter.coding(section.putObject("code"), SECTIONS, SUMMARY, null);
    section.putObject("focus").put("reference", urlOf(serviceRequest));
    text(section, content.summary());
  }

  private void section(ObjectNode section, String code, List<ObjectNode> resources) {
    section.put("title", content.useCase().display() + ": results of the program");
    ResultWriter.coding(section.putObject("code"), SECTIONS, code, null);
    if (resources.isEmpty()) {
      text(section, "No results were entered.");
      return;
    }
    ArrayNode entries = section.putArray("entry");
    resources.forEach(one -> entries.addObject().put("reference", ResultWriter.url(one)));
  }

  private static void text(ObjectNode section, String words) {
    StringBuilder div = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    words
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> div.append("<p>").append(escaped(line)).append("</p>"));
    section
        .putObject("text")
        .put("status", "additional")
        .put("div", div.append("</div>").toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void profile(ObjectNode resource, String name) {
    resource.putObject("meta").putArray("profile").add(PROFILES + name);
  }

  private static void add(ArrayNode entries, ObjectNode resource) {
    entries.addObject().put("fullUrl", ResultWriter.url(resource)).set("resource", resource);
  }

  private String reference(String member) {
    return Nodes.text(Nodes.at(task, member), "reference");
  }

  private String urlOf(ObjectNode resource) {
    for (JsonNode entry : root.get("entry")) {
      if (entry.get("resource") == resource) {
        return Nodes.text(entry, "fullUrl");
      }
    }
    throw new IllegalArgumentException("not an entry of this message");
  }

  private String id(String part) {
    return HubIds.derived(content.messageId(), part);
  }
}
