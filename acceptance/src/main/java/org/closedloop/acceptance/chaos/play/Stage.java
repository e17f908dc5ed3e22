package org.closedloop.acceptance.chaos.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.closedloop.acceptance.chaos.ledger.Book;
import org.closedloop.acceptance.chaos.ledger.Side;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.process.StackFailure;

/** All hospitals and programs of the directory, listening on every channel they have. */
public final class Stage {

  private static final String EXAMPLE_INITIATOR = "lakeside-hospital";
  private static final String EXAMPLE_PROGRAM = "riverbend-wellness";

  private final Book book = new Book();
  private final Directory directory;
  private final ExampleMessages examples;
  private final Clients clients;
  private final TopicMouth mouth;
  private final TopicEars ears;
  private final Map<String, PushEars> endpoints = new TreeMap<>();
  private final Map<String, TcpProxy> lines = new TreeMap<>();
  private volatile boolean hurry;

  /** Everybody begins to listen; the stack is up. */
  public Stage(LocalStack stack) {
    directory = stack.directory();
    examples =
        new ExampleMessages(
            stack.settings().useCases(), party(EXAMPLE_INITIATOR), party(EXAMPLE_PROGRAM));
    clients = new Clients(stack);
    directory.all().stream().filter(Stage::pushed).forEach(this::listen);
    mouth = new TopicMouth(stack.bootstrapServers());
    ears = new TopicEars(stack.bootstrapServers(), topics(), book);
  }

  /** What becomes known. */
  public Book book() {
    return book;
  }

  /** Who takes part. */
  public Directory directory() {
    return directory;
  }

  /** Synthetic messages. */
  public ExampleMessages examples() {
    return examples;
  }

  /** The parties' HTTP clients. */
  public Clients clients() {
    return clients;
  }

  /** What they write to topics. */
  public TopicMouth mouth() {
    return mouth;
  }

  /** Their endpoints, by party id. */
  public Map<String, PushEars> endpoints() {
    return Map.copyOf(endpoints);
  }

  /** The lines from the hub to their endpoints, by party id. */
  public Map<String, TcpProxy> lines() {
    return Map.copyOf(lines);
  }

  /** From now on parties say things before their time, or no longer do. */
  public void hurry(boolean yes) {
    hurry = yes;
  }

  boolean inHurry() {
    return hurry;
  }

  Voice voice() {
    return new Voice(clients, mouth);
  }

  private void listen(Party party) {
    Side side = party.roles().contains(Role.INITIATOR) ? Side.HOSPITAL : Side.PROGRAM;
    PushEars endpoint = new PushEars(side, book);
    endpoints.put(party.id(), endpoint);
    lines.put(party.id(), new TcpProxy(party.push().getPort(), endpoint.port()));
  }

  private static boolean pushed(Party party) {
    return party.active() && party.sendingChannel().orElse(null) == Channel.PUSH;
  }

  private List<String> topics() {
    List<String> names = new ArrayList<>();
    for (Party party : directory.all()) {
      if (party.roles().contains(Role.INITIATOR)) {
        names.add(Topics.initiatorFeedback(party.id()));
      }
      if (party.roles().contains(Role.RECIPIENT)) {
        names.add(Topics.programReferrals(party.id()));
        names.add(Topics.programReceipts(party.id()));
      }
    }
    return names;
  }

  private Party party(String id) {
    return directory
        .find(id)
        .orElseThrow(() -> new StackFailure("The directory has no party '" + id + "'."));
  }

  /** Nobody listens any more. */
  public void close() throws InterruptedException {
    lines.values().forEach(TcpProxy::close);
    endpoints.values().forEach(PushEars::close);
    mouth.close();
    ears.close();
  }
}
