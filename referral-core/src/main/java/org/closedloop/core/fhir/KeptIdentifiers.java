package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Which identifiers go out: record number, member number, the numbers of the referral, NPI. A
 * Patient or Practitioner that would have none left gets one of the hub's own, made from the
 * referral and never from what was dropped.
 */
final class KeptIdentifiers {

  private static final Set<String> TYPES = Set.of("MR", "MB", "PLAC", "FILL", "NPI");
  private static final Map<String, String> OWN_SYSTEMS =
      Map.of("Patient", "urn:closedloop:patient", "Practitioner", "urn:closedloop:practitioner");

  private final String referral;

  /**
   * @param referral what names the referral: authority and value of its ServiceRequest number
   */
  KeptIdentifiers(String referral) {
    this.referral = referral;
  }

  /** Whether an identifier of a resource (or of a Reference, then entry is its holder) goes out. */
  boolean keeps(JsonNode identifier, Entry entry) {
    if (Identifiers.isSocialSecurity(identifier)) {
      return false;
    }
    return Fhir.NPI.equals(Nodes.text(identifier, "system"))
        || isOfListedType(identifier)
        || isOwn(identifier, entry);
  }

  private static boolean isOfListedType(JsonNode identifier) {
    for (JsonNode coding : Nodes.list(Nodes.at(identifier, "type"), "coding")) {
      String code = Nodes.text(coding, "code");
      if (code != null
          && TYPES.contains(code)
          && Fhir.IDENTIFIER_TYPES.equals(Nodes.text(coding, "system"))) {
        return true;
      }
    }
    return false;
  }

  /** Only the very value the hub would give: a sender cannot smuggle one under the hub's system. */
  private boolean isOwn(JsonNode identifier, Entry entry) {
    String system = OWN_SYSTEMS.get(entry.type());
    return system != null
        && system.equals(Nodes.text(identifier, "system"))
        && ownValue(entry).equals(Nodes.text(identifier, "value"));
  }

  /** Adds the hub's own identifier where the profile needs one and none is left. */
  void addOwnWhereNeeded(Entry entry) {
    String system = OWN_SYSTEMS.get(entry.type());
    ObjectNode resource = entry.resource();
    if (system != null && Nodes.list(resource, "identifier").isEmpty()) {
      resource
          .putArray("identifier")
          .addObject()
          .put("system", system)
          .put("value", ownValue(entry));
    }
  }

  private String ownValue(Entry entry) {
    return HubIds.derived(referral, entry.type() + "|" + entry.fullUrl());
  }
}
