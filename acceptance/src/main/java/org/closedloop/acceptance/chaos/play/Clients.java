package org.closedloop.acceptance.chaos.play;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.player.HubHttp;

/** The parties' HTTP clients; together they have a limited number of requests under way. */
public final class Clients {

  private static final int PLACES = 64;

  private final LocalStack stack;
  private final Semaphore places = new Semaphore(PLACES);
  private final Map<String, PatientClient> clients = new ConcurrentHashMap<>();

  Clients(LocalStack stack) {
    this.stack = stack;
  }

  PatientClient hospital(Party party) {
    return clients.computeIfAbsent(
        "hospital " + party.id(), unused -> client("gateway", party.id(), Role.INITIATOR));
  }

  PatientClient program(Party party) {
    return clients.computeIfAbsent(
        "program " + party.id(), unused -> client("adapter", party.id(), Role.RECIPIENT));
  }

  /** For what operators look at. */
  PatientClient ops() {
    return clients.computeIfAbsent("ops", unused -> client("feedback", "ops", Role.OPS));
  }

  /** Where there are several, each party has one of them that it always speaks to. */
  private String instance(String service, String subject) {
    List<String> all = stack.services().stream().filter(name -> name.startsWith(service)).toList();
    return all.get(Math.floorMod(subject.hashCode(), all.size()));
  }

  private PatientClient client(String service, String subject, Role role) {
    String base = "http://127.0.0.1:" + stack.port(instance(service, subject));
    String token = stack.issuer().token(subject, role);
    return new PatientClient(new HubHttp(base, token, PatientClient.LIMIT), places);
  }
}
