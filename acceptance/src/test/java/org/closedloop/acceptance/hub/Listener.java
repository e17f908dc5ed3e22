package org.closedloop.acceptance.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.stack.player.Inbox;
import org.closedloop.stack.player.PartyTopics;

/** Parties' topics from now on: writes to them, and an inbox a topic. */
public final class Listener implements AutoCloseable {

  private final Map<String, Inbox> inboxes = new HashMap<>();
  private final PartyTopics topics;

  /** Starts to read the named topics. */
  public Listener(Hub hub, String... names) {
    List.of(names).forEach(name -> inboxes.put(name, new Inbox()));
    topics = new PartyTopics(hub.stack().bootstrapServers(), List.of(names), inboxes::get);
  }

  /** What came on a topic. */
  public Inbox on(String topic) {
    return inboxes.get(topic);
  }

  /** Writes a message as a party would: no key, no headers. */
  public void send(String topic, byte[] message) {
    topics.send(topic, message);
  }

  @Override
  public void close() {
    topics.close();
  }
}
