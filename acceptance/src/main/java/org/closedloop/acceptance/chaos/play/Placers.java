package org.closedloop.acceptance.chaos.play;

import com.fasterxml.jackson.databind.JsonNode;
import org.closedloop.core.fhir.Placer;
import org.closedloop.stack.player.Message;

/** Reads PLAC identifiers as a party's own software would. */
public final class Placers {

  private Placers() {}

  /** Of the ServiceRequest. */
  public static Placer service(byte[] message) {
    return placer(Message.of(message).resource("ServiceRequest"));
  }

  /** Of the Task. */
  public static Placer task(byte[] message) {
    return placer(Message.of(message).task());
  }

  private static Placer placer(JsonNode resource) {
    for (JsonNode identifier : resource.path("identifier")) {
      if (identifier.path("type").path("coding").path(0).path("code").asText().equals("PLAC")) {
        return new Placer(
            identifier.path("system").asText(null), null, identifier.path("value").asText());
      }
    }
    throw new IllegalArgumentException("no PLAC identifier");
  }
}
