package org.closedloop.acceptance.chaos.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.chaos.ledger.Recorded;
import org.closedloop.stack.player.HubHttp;

/** Asks the hub what it has on record. */
public final class RecordReading {

  private static final int OK = 200;

  private final Clients clients;

  public RecordReading(Clients clients) {
    this.clients = clients;
  }

  /** What is on record of a referral. */
  public Recorded of(String referralId) throws InterruptedException {
    HubHttp.Answer answer = clients.ops().insist("GET", "/ops/referrals/" + referralId, null, null);
    if (answer.status() != OK) {
      return Recorded.NOTHING;
    }
    JsonNode page = answer.body().root();
    List<Recorded.Event> history = new ArrayList<>();
    page.path("history").forEach(event -> history.add(event(event)));
    return new Recorded(true, page.path("delivery").asText(), history);
  }

  private static Recorded.Event event(JsonNode event) {
    return new Recorded.Event(
        event.path("sequence").asLong(),
        event.path("accepted").asBoolean(),
        event.path("actor").asText(),
        event.hasNonNull("tid") ? event.path("tid").asText() : "",
        event.path("from").asText(),
        event.path("to").asText());
  }
}
