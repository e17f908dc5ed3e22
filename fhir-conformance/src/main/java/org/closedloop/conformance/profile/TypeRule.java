package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.fhir.Nodes;

/**
 * One type an element may have.
 *
 * @param code type name
 * @param profiles the value conforms to one of them; empty for any
 * @param targets a Reference leads to a resource that conforms to one of them; empty for any
 */
record TypeRule(String code, List<String> profiles, List<String> targets) {

  static TypeRule of(JsonNode type) {
    return new TypeRule(
        Nodes.text(type, "code"), urls(type, "profile"), urls(type, "targetProfile"));
  }

  private static List<String> urls(JsonNode type, String member) {
    List<String> urls = new ArrayList<>();
    for (JsonNode url : Nodes.list(type, member)) {
      urls.add(Canonical.withoutVersion(url.textValue()));
    }
    return List.copyOf(urls);
  }
}
