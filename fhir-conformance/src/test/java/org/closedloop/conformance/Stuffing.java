package org.closedloop.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Ways to put into a valid message what no program needs; all that is too much has the marker. */
final class Stuffing {

  static final String MARKER = "CANARY";
  private static final String DIV =
      "{\"status\":\"%s\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>CANARY</div>\"}";
  private static final String ID = "7d6f0f0a-1b1c-4d53-9a55-";

  private Stuffing() {}

  /** Every way by its name. */
  static Map<String, Consumer<MessageEdit>> all() {
    Map<String, Consumer<MessageEdit>> all = new LinkedHashMap<>();
    all.put("note on the request", m -> note(m.serviceRequest()));
    all.put("note on an observation", m -> note(m.inDocument("Observation")));
    all.put("narrative of the patient", m -> narrative(m.resource("Patient")));
    all.put("narrative of an observation", m -> narrative(m.inDocument("Observation")));
    all.put("narrative of the composition", m -> narrative(m.composition()));
    all.put("extension of the task", m -> extension(m.task()));
    all.put(
        "extension of an element",
        m -> extension((ObjectNode) m.resource("Patient").at("/name/0")));
    all.put(
        "extension of a primitive", m -> extension(m.resource("Patient").putObject("_birthDate")));
    all.put("extension of the bundle entry", m -> extension((ObjectNode) m.entries().get(1)));
    all.put("contained resource", Stuffing::contained);
    all.put("social security number", m -> identifier(m.resource("Patient"), SSN));
    all.put("another identifier", m -> identifier(m.resource("Patient"), OTHER));
    all.put("identifier under the hub's system", m -> identifier(m.resource("Patient"), FORGED));
    all.put("identifier of an observation", m -> identifier(m.inDocument("Observation"), OTHER));
    all.put("photo", m -> m.resource("Patient").putArray("photo").add(json(ATTACHMENT)));
    all.put("next of kin", m -> m.resource("Patient").putArray("contact").add(json(CONTACT)));
    all.put("telecom", m -> m.resource("Patient").withArray("telecom").add(json(TELECOM)));
    all.put(
        "telecom in the document",
        m -> m.inDocument("Patient").withArray("telecom").add(json(TELECOM)));
    all.put(
        "display of a reference", m -> ((ObjectNode) m.task().get("for")).put("display", MARKER));
    all.put("logical reference", m -> m.task().set("encounter", json("{\"display\":\"CANARY\"}")));
    all.put("description", m -> m.task().put("description", MARKER));
    all.put("input", m -> m.task().putArray("input").add(json(INPUT)));
    all.put("whole clinical document", m -> m.add(ID + "000000000001", DOCUMENT_REFERENCE));
    all.put("binary", m -> m.add(ID + "000000000002", BINARY));
    all.put("condition as a reason", Stuffing::reasonReference);
    all.put("member of an observation", Stuffing::memberObservation);
    all.put("observation beside the list", m -> listed(m, 1));
    all.put("observation in a section for others", m -> listed(m, 0));
    all.put("section beside the list", Stuffing::section);
    all.put("attester", m -> m.composition().putArray("attester").add(json(ATTESTER)));
    all.put(
        "tag",
        m ->
            ((ObjectNode) m.task().withObject("/meta"))
                .putArray("tag")
                .addObject()
                .put("code", MARKER));
    all.put("source", m -> ((ObjectNode) m.root().withObject("/meta")).put("source", "urn:CANARY"));
    all.put(
        "link of the bundle",
        m ->
            m.root().putArray("link").addObject().put("relation", "self").put("url", "urn:CANARY"));
    all.put(
        "element id", m -> ((ObjectNode) m.resource("Patient").at("/name/0")).put("id", MARKER));
    siblings(all);
    moreOfReferences(all);
    all.put("provenance", m -> m.add(ID + "000000000006", PROVENANCE.formatted(m.url("Task"))));
    all.put(
        "version of a resource",
        m -> ((ObjectNode) m.task().withObject("/meta")).put("versionId", MARKER));
    all.put("class in the text of a section", Stuffing::styledText);
    all.put(
        "name of a person to ask",
        m -> {
          ObjectNode source = (ObjectNode) m.header().get("source");
          source.putObject("contact").put("system", "phone").put("value", MARKER);
        });
    return all;
  }

  /** What stands beside primitive values, at the places a walk over resources does not pass. */
  private static void siblings(Map<String, Consumer<MessageEdit>> all) {
    all.put("extension of the bundle's time", m -> extension(m.root().putObject("_timestamp")));
    all.put("extension of the bundle's type", m -> extension(m.document().putObject("_type")));
    all.put(
        "extension of a fullUrl",
        m -> extension(((ObjectNode) m.entries().get(1)).putObject("_fullUrl")));
    all.put(
        "extension of the bundle's number",
        m -> extension(((ObjectNode) m.root().withObject("/identifier")).putObject("_value")));
    all.put("extension of an id", m -> extension(m.task().putObject("_id")));
  }

  private static void moreOfReferences(Map<String, Consumer<MessageEdit>> all) {
    all.put(
        "display of a reference with an extension",
        m -> {
          ObjectNode owner = (ObjectNode) m.task().get("owner");
          owner.put("display", MARKER);
          extension(owner);
        });
    all.put(
        "identifier of a reference",
        m -> ((ObjectNode) m.task().get("for")).set("identifier", json(OTHER)));
    all.put(
        "assigner of an identifier",
        m ->
            ((ObjectNode) m.resource("Patient").at("/identifier/0"))
                .putObject("assigner")
                .put("display", MARKER));
  }

  /** Ways the profiles do not allow; the filter does not rely on that. */
  static Map<String, Consumer<MessageEdit>> againstProfiles() {
    Map<String, Consumer<MessageEdit>> all = new LinkedHashMap<>();
    all.put("part of a listed extension", Stuffing::raceWithMore);
    all.put("comment elsewhere than on a telephone", m -> valued(m.task(), COMMENT, "valueString"));
    all.put(
        "text for a code in a listed extension",
        m -> valued(m.resource("Patient"), BIRTH_SEX, "valueString"));
    all.put(
        "extension under the guide's address",
        m -> valued(m.task(), "http://hl7.org/fhir/us/bser/StructureDefinition/x", "valueString"));
    return all;
  }

  private static void valued(ObjectNode holder, String url, String value) {
    holder.withArray("extension").addObject().put("url", url).put(value, MARKER);
  }

  private static void styledText(MessageEdit m) {
    String div =
        "<div xmlns='http://www.w3.org/1999/xhtml' class='CANARY'><!-- CANARY --><p title='CANARY'"
            + " lang='en'>x</p></div>";
    ObjectNode section = (ObjectNode) m.composition().at("/section/0");
    section.putObject("text").put("status", "additional").put("div", div);
  }

  private static final String COMMENT =
      "http://hl7.org/fhir/StructureDefinition/contactpoint-comment";
  private static final String BIRTH_SEX =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
  private static final String PROVENANCE =
      "{\"resourceType\":\"Provenance\",\"target\":[{\"reference\":\"%s\"}],"
          + "\"recorded\":\"2026-01-01T00:00:00Z\",\"agent\":[{\"who\":{\"display\":\"CANARY\"}}]}";
  private static final String SSN =
      "{\"system\":\"http://hl7.org/fhir/sid/us-ssn\",\"value\":\"CANARY\"}";
  private static final String OTHER =
      "{\"system\":\"http://example.org/other\",\"value\":\"CANARY\"}";
  private static final String FORGED =
      "{\"system\":\"urn:closedloop:patient\",\"value\":\"CANARY\"}";
  private static final String ATTACHMENT =
      "{\"contentType\":\"image/png\",\"title\":\"CANARY\",\"data\":\"YWJj\"}";
  private static final String CONTACT =
      "{\"name\":{\"text\":\"CANARY\"},\"telecom\":[{\"system\":\"phone\",\"value\":\"CANARY\"}]}";
  private static final String TELECOM =
      "{\"system\":\"url\",\"value\":\"http://example.org/CANARY\"}";
  private static final String INPUT = "{\"type\":{\"text\":\"CANARY\"},\"valueString\":\"CANARY\"}";
  private static final String ATTESTER = "{\"mode\":\"legal\",\"party\":{\"display\":\"CANARY\"}}";
  private static final String DOCUMENT_REFERENCE =
      "{\"resourceType\":\"DocumentReference\",\"status\":\"current\",\"description\":\"CANARY\","
          + "\"content\":[{\"attachment\":{\"contentType\":\"text/xml\",\"data\":\"YWJj\"}}]}";
  private static final String BINARY =
      "{\"resourceType\":\"Binary\",\"contentType\":\"text/CANARY\",\"data\":\"YWJj\"}";

  private static JsonNode json(String text) {
    return MessageEdit.json(text);
  }

  private static void note(ObjectNode resource) {
    resource.putArray("note").addObject().put("text", MARKER);
  }

  private static void narrative(ObjectNode resource) {
    resource.set("text", json(DIV.formatted("additional")));
  }

  private static void extension(ObjectNode holder) {
    holder
        .withArray("extension")
        .addObject()
        .put("url", "http://example.org/x")
        .put("valueString", MARKER);
  }

  private static void raceWithMore(MessageEdit m) {
    ObjectNode race = m.resource("Patient").withArray("extension").addObject();
    race.put("url", "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race");
    ArrayNode parts = race.putArray("extension");
    parts.addObject().put("url", "text").put("valueString", "Asian");
    parts.addObject().put("url", "more").put("valueString", MARKER);
  }

  private static void contained(MessageEdit m) {
    m.serviceRequest()
        .putArray("contained")
        .add(json("{\"resourceType\":\"Organization\",\"id\":\"c\",\"name\":\"CANARY\"}"));
    m.serviceRequest().putArray("locationReference").add(MessageEdit.reference("#c"));
    // R4: locationReference leads to a Location, so make it one.
    ((ObjectNode) m.serviceRequest().at("/contained/0")).put("resourceType", "Location");
  }

  private static void identifier(ObjectNode resource, String identifier) {
    resource.withArray("identifier").add(json(identifier));
  }

  private static void reasonReference(MessageEdit m) {
    String condition =
        "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"CANARY\"},\"subject\":{\"reference\":\"%s\"}}";
    m.add(ID + "000000000003", condition.formatted(m.url("Patient")));
    m.serviceRequest()
        .putArray("reasonReference")
        .add(MessageEdit.reference("urn:uuid:" + ID + "000000000003"));
  }

  private static String observation(MessageEdit m) {
    return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"valueString\":\"CANARY\","
        + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2345-7\"}]},"
        + "\"subject\":{\"reference\":\""
        + m.url("Patient")
        + "\"}}";
  }

  private static String addToDocument(MessageEdit m, String id, String resource) {
    ObjectNode entry = m.document().withArray("entry").addObject().put("fullUrl", "urn:uuid:" + id);
    entry.set("resource", json(resource));
    return "urn:uuid:" + id;
  }

  private static void memberObservation(MessageEdit m) {
    String url = addToDocument(m, ID + "000000000004", observation(m));
    ObjectNode observation = m.inDocument("Observation");
    observation.remove("meta");
    observation.putArray("hasMember").add(MessageEdit.reference(url));
  }

  private static void listed(MessageEdit m, int section) {
    String url = addToDocument(m, ID + "00000000001" + section, observation(m));
    ObjectNode target = (ObjectNode) m.composition().at("/section/" + section);
    target.withArray("entry").add(MessageEdit.reference(url));
    // The summary of a feedback is text the use case lists.
    if (!"RSRFS".equals(target.at("/code/coding/0/code").asText())) {
      target.set("text", json(DIV.formatted("generated")));
    }
  }

  private static void section(MessageEdit m) {
    String url = addToDocument(m, ID + "000000000005", observation(m));
    ObjectNode section = m.composition().withArray("section").addObject().put("title", MARKER);
    section.putObject("code").put("text", MARKER);
    section.putArray("entry").add(MessageEdit.reference(url));
  }
}
