package org.closedloop.stack.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Inbox;
import org.closedloop.stack.player.PartyServer;
import org.closedloop.stack.player.PartyTopics;

/** The hospitals and programs of the demo, listening on every channel they have. */
final class Cast implements AutoCloseable {

  private static final String EXAMPLE_INITIATOR = "lakeside-hospital";
  private static final String EXAMPLE_PROGRAM = "riverbend-wellness";

  private final LocalStack stack;
  private final Directory directory;
  private final ExampleMessages examples;
  private final Map<String, Inbox> inboxes = new HashMap<>();
  private final Map<String, HubHttp> clients = new HashMap<>();
  private final List<PartyServer> servers = new ArrayList<>();
  private PartyTopics topics;

  Cast(LocalStack stack) {
    this.stack = stack;
    this.directory = stack.directory();
    this.examples =
        new ExampleMessages(
            stack.settings().useCases(), party(EXAMPLE_INITIATOR), party(EXAMPLE_PROGRAM));
  }

  /** Everybody begins to listen. */
  Cast assemble() {
    Set<String> ids = new LinkedHashSet<>();
    Play.ALL.forEach(play -> ids.addAll(List.of(play.hospital(), play.program())));
    List<String> read = new ArrayList<>();
    for (String id : ids) {
      Party party = party(id);
      Inbox inbox = inboxes.computeIfAbsent(id, unused -> new Inbox());
      servers.add(new PartyServer(party.push(), inbox));
      clients.put(id, client(party));
      read.addAll(topicsToRead(party));
    }
    topics =
        new PartyTopics(
            stack.bootstrapServers(), read, topic -> inboxes.get(Topics.partyOf(topic)));
    return this;
  }

  Party party(String id) {
    return directory
        .find(id)
        .orElseThrow(() -> new IllegalStateException("the directory lacks " + id));
  }

  Inbox inbox(String id) {
    return inboxes.get(id);
  }

  HubHttp http(String id) {
    return clients.get(id);
  }

  HubHttp ops() {
    return new HubHttp(base("feedback"), stack.issuer().token("ops", Role.OPS));
  }

  PartyTopics topics() {
    return topics;
  }

  ExampleMessages examples() {
    return examples;
  }

  private HubHttp client(Party party) {
    boolean initiator = party.roles().contains(Role.INITIATOR);
    return new HubHttp(
        base(initiator ? "gateway" : "adapter"),
        stack.issuer().token(party.id(), initiator ? Role.INITIATOR : Role.RECIPIENT));
  }

  private String base(String service) {
    return "http://127.0.0.1:" + stack.port(service);
  }

  private static List<String> topicsToRead(Party party) {
    return party.roles().contains(Role.INITIATOR)
        ? List.of(Topics.initiatorFeedback(party.id()))
        : List.of(Topics.programReferrals(party.id()), Topics.programReceipts(party.id()));
  }

  @Override
  public void close() {
    servers.forEach(PartyServer::close);
    if (topics != null) {
      topics.close();
    }
  }
}
