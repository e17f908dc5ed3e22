package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Puts resources into a Bundle. */
final class BundleWriter {

  private final ObjectNode bundle = JsonNodeFactory.instance.objectNode();
  private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();

  private BundleWriter(String type) {
    bundle.put("resourceType", "Bundle").put("type", type);
  }

  /** A message Bundle whose id and identifier follow from the id of its MessageHeader. */
  static BundleWriter message(String messageId, Instant at) {
    BundleWriter writer = new BundleWriter("message");
    writer.bundle.put("id", HubIds.derived(messageId, "bundle"));
    writer
        .bundle
        .putObject("identifier")
        .put("system", "urn:ietf:rfc:3986")
        .put("value", "urn:uuid:" + HubIds.derived(messageId, "bundle-identifier"));
    writer.bundle.put("timestamp", at.toString());
    return writer;
  }

  /** The result of a search. */
  static BundleWriter searchset(int total, String selfUrl) {
    BundleWriter writer = new BundleWriter("searchset");
    writer.bundle.put("total", total);
    writer.bundle.putArray("link").addObject().put("relation", "self").put("url", selfUrl);
    return writer;
  }

  BundleWriter add(String fullUrl, ObjectNode resource) {
    entries.addObject().put("fullUrl", fullUrl).set("resource", resource);
    return this;
  }

  BundleWriter addMatch(String fullUrl, ObjectNode resource) {
    add(fullUrl, resource);
    ((ObjectNode) entries.get(entries.size() - 1)).putObject("search").put("mode", "match");
    return this;
  }

  byte[] bytes() {
    // An empty array is not valid FHIR JSON.
    if (!entries.isEmpty()) {
      bundle.set("entry", entries);
    }
    return JsonWriter.bytes(bundle);
  }
}
