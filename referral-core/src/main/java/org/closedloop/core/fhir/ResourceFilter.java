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

  /** Deeper than any list reaches: within an extension. */
  private static final int DEEP = 2;

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
    this.extensions =
        new ExtensionFilter(type, log, (value, name) -> keepsValue(value, name, "", DEEP));
  }

  void run() {
    members(entry.resource(), type, 0);
  }

  /**
   * Filters the members of an object.
   *
   * @param element whose value it is; the type for the resource itself, empty within an extension
   * @param depth 0 for the resource itself, 1 for a value of one of its elements
   */
  private void members(ObjectNode object, String element, int depth) {
    boolean reference = isReference(object, element);
    KeptElements.Names listed = depth == 1 ? KeptElements.within(type, element) : null;
    Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      String name = member.getKey();
      String reason = reason(depth, listed, member, reference);
      if (reason != null) {
        log.add((reference ? "Reference." : type + ".") + ElementFilter.plainName(name), reason);
      }
      if (reason != null || !keepsValue(member.getValue(), name, element, depth)) {
        members.remove();
      }
    }
  }

  /** Why a member goes whatever else it holds, null when it may stay. */
  private static String reason(
      int depth, KeptElements.Names listed, Map.Entry<String, JsonNode> member, boolean reference) {
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
    boolean elementId = name.equals("id") && depth > 0;
    boolean unlisted = listed != null && !name.equals("extension") && !listed.have(name);
    return elementId || unlisted ? "not-needed" : null;
  }

  /** Filters a value; false when nothing of it is left. */
  private boolean keepsValue(JsonNode value, String name, String holder, int depth) {
    if (value instanceof ArrayNode array) {
      if (name.equals("extension")) {
        return extensions.keepsAny(array, holder);
      }
      return name.startsWith("_")
          ? keepsSiblings(array, name, depth)
          : keepsItems(array, name, depth);
    }
    return !(value instanceof ObjectNode object) || keepsObject(object, name, depth);
  }

  private boolean keepsItems(ArrayNode array, String name, int depth) {
    Iterator<JsonNode> items = array.iterator();
    while (items.hasNext()) {
      if (items.next() instanceof ObjectNode object && !keepsObject(object, name, depth)) {
        items.remove();
      }
    }
    return !array.isEmpty();
  }

  /** Beside an array of primitives the position counts: what goes leaves a null behind. */
  private boolean keepsSiblings(ArrayNode array, String name, int depth) {
    boolean anyLeft = false;
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof ObjectNode object && !keepsObject(object, name, depth)) {
        array.setNull(i);
      }
      anyLeft |= array.get(i).isObject();
    }
    return anyLeft;
  }

  private boolean keepsObject(ObjectNode object, String name, int depth) {
    String reason = reasonFor(object, name);
    if (reason != null) {
      log.add(type + "." + name, reason);
      return false;
    }
    boolean assigned = object.has("assigner");
    members(object, ElementFilter.plainName(name), depth + 1);
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

  private static boolean isReference(ObjectNode object, String element) {
    if (element.endsWith("oding")) {
      return false;
    }
    boolean literal = Nodes.text(object, "reference") != null;
    return literal || (object.has("display") && onlyReferenceMembers(object));
  }

  private static boolean onlyReferenceMembers(ObjectNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!REFERENCE_MEMBERS.contains(ElementFilter.plainName(member.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
