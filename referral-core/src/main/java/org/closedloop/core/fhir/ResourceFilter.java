package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The walk through all levels of one resource that drops what goes out of none of them. */
final class ResourceFilter {

  private static final Set<String> REFERENCE_MEMBERS =
      Set.of("reference", "type", "identifier", "display", "id", "extension");
  private static final Set<String> FREE_TEXT =
      Set.of("description", "comment", "patientInstruction");
  private static final Set<String> PERSONS = Set.of("Patient", "RelatedPerson");
  private static final Set<String> PERSON_CONTACTS = Set.of("phone", "email", "sms");

  private final Entry entry;
  private final String type;
  private final WithheldLog log;
  private final KeptIdentifiers identifiers;
  private final ExtensionFilter extensions;

  ResourceFilter(Entry entry, WithheldLog log, KeptIdentifiers identifiers) {
    this.entry = entry;
    this.type = entry.type();
    this.log = log;
    this.identifiers = identifiers;
    this.extensions = new ExtensionFilter(type, log, (value, name) -> keepsValue(value, name, ""));
  }

  void run() {
    members(entry.resource(), type);
  }

  /**
   * Filters the members of an object.
   *
   * @param path of element names, from the type of the resource on; empty within an extension
   */
  private void members(ObjectNode object, String path) {
    boolean reference = isReference(object, path);
    Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      String name = member.getKey();
      String reason = reason(path, member, reference);
      if (reason != null) {
        log.add((reference ? "Reference." : type + ".") + ElementFilter.plainName(name), reason);
      }
      if (reason != null || !keepsValue(member.getValue(), name, path)) {
        members.remove();
      }
    }
  }

  /** Why a member goes whatever else it holds, null when it may stay. */
  private String reason(String path, Map.Entry<String, JsonNode> member, boolean reference) {
    String name = ElementFilter.plainName(member.getKey());
    if (FREE_TEXT.contains(name) && !member.getValue().isContainerNode()) {
      return "free-text";
    }
    if (name.equals("note") || (reference && name.equals("display"))) {
      return "free-text";
    }
    if (name.equals("modifierExtension") || name.equals("contained")) {
      return "not-needed";
    }
    boolean elementId = name.equals("id") && !path.equals(type);
    return elementId || !KeptElements.keepsWithin(path, name) ? "not-needed" : null;
  }

  /** Filters a value; false when nothing of it is left. */
  private boolean keepsValue(JsonNode value, String name, String path) {
    if (value instanceof ArrayNode array) {
      if (name.equals("extension")) {
        return extensions.keepsAny(array, path.substring(path.lastIndexOf('.') + 1));
      }
      return name.startsWith("_")
          ? keepsSiblings(array, name, path)
          : keepsItems(array, name, path);
    }
    return !(value instanceof ObjectNode object) || keepsObject(object, name, path);
  }

  private boolean keepsItems(ArrayNode array, String name, String path) {
    Iterator<JsonNode> items = array.iterator();
    while (items.hasNext()) {
      if (items.next() instanceof ObjectNode object && !keepsObject(object, name, path)) {
        items.remove();
      }
    }
    return !array.isEmpty();
  }

  /** Beside an array of primitives the position counts: what goes leaves a null behind. */
  private boolean keepsSiblings(ArrayNode array, String name, String path) {
    boolean anyLeft = false;
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof ObjectNode object && !keepsObject(object, name, path)) {
        array.setNull(i);
      }
      anyLeft |= array.get(i).isObject();
    }
    return anyLeft;
  }

  private boolean keepsObject(ObjectNode object, String name, String path) {
    String reason = reasonFor(object, name);
    if (reason != null) {
      log.add(type + "." + name, reason);
      return false;
    }
    boolean assigned = object.has("assigner");
    members(object, path + "." + ElementFilter.plainName(name));
    // Whose number it was is gone with the assigner's name: then the number means nothing.
    boolean lost = assigned && !object.has("assigner") && isFiller(object);
    if (lost) {
      log.add(type + "." + name, "identifier-not-listed");
    }
    return !lost && !object.isEmpty();
  }

  private static boolean isFiller(ObjectNode object) {
    return Identifiers.isOfType(object, Fhir.FILLER);
  }

  /** Why a whole object goes, null when it stays. */
  private String reasonFor(ObjectNode object, String name) {
    if (name.equals("identifier")) {
      return identifiers.keeps(object, entry) ? null : "identifier-not-listed";
    }
    if (name.equals("telecom") && PERSONS.contains(type)) {
      return PERSON_CONTACTS.contains(Nodes.text(object, "system")) ? null : "contact-not-listed";
    }
    return object.has("contentType") || name.endsWith("Attachment") ? "attachment" : null;
  }

  private static boolean isReference(ObjectNode object, String path) {
    if (path.endsWith("oding")) {
      return false;
    }
    boolean literal = object.has("reference") && object.get("reference").isTextual();
    return literal || (object.has("display") && onlyReferenceMembers(object));
  }

  private static boolean onlyReferenceMembers(ObjectNode object) {
    return object.properties().stream()
        .allMatch(m -> REFERENCE_MEMBERS.contains(ElementFilter.plainName(m.getKey())));
  }
}
