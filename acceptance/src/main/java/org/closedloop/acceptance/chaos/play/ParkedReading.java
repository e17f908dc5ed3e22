package org.closedloop.acceptance.chaos.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Asks the hub which claims are parked. */
public final class ParkedReading {

  private static final String CLAIMS = "/ops/parked?kind=claim&limit=1000";

  private final Clients clients;

  public ParkedReading(Clients clients) {
    this.clients = clients;
  }

  /** Where their records stand, {@code topic/partition/offset}. */
  public Set<String> places() throws InterruptedException {
    Set<String> places = new HashSet<>();
    for (JsonNode item :
        clients.ops().insist("GET", CLAIMS, null, null).body().root().path("items")) {
      places.add(
          item.path("topic").asText()
              + "/"
              + item.path("partition").asInt()
              + "/"
              + item.path("offset").asLong());
    }
    return places;
  }
}
