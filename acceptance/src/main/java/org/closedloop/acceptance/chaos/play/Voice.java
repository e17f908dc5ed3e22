package org.closedloop.acceptance.chaos.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.closedloop.acceptance.chaos.ledger.Account;
import org.closedloop.acceptance.chaos.ledger.Told;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.Transition;
import org.closedloop.stack.player.HubHttp;

/** Brings what a party says to the hub, by the door it uses, and notes the answer. */
final class Voice {

  private static final String PROCESS = "/fhir/$process-message";
  private static final int OK = 200;

  private final Clients clients;
  private final TopicMouth mouth;

  Voice(Clients clients, TopicMouth mouth) {
    this.clients = clients;
    this.mouth = mouth;
  }

  /** Says it; by HTTP until there is an answer, by topic until the broker has it. */
  void say(Journey journey, Account account, Saying saying, Door door) throws InterruptedException {
    if (door == Door.TASK && byTask(saying.row())) {
      update(journey, account, saying);
    } else if (door.topic()) {
      account.sent(saying.sent());
      mouth.say(saying.topic(journey), null, saying.body());
    } else {
      account.sent(saying.sent());
      String requestId = UUID.randomUUID().toString();
      PatientClient client = speaker(journey, saying.row());
      account.told(told(saying.id(), client.insist("POST", PROCESS, saying.body(), requestId)));
    }
  }

  private void update(Journey journey, Account account, Saying saying) throws InterruptedException {
    PatientClient client = speaker(journey, saying.row());
    String path = "/fhir/Task/" + account.facts().referralId();
    HubHttp.Answer task = client.insist("GET", path, null, null);
    String id = "update of the Task, row " + saying.row().tid();
    account.sent(saying.sentAs(id));
    HubHttp.Answer answer = task;
    if (task.status() == OK) {
      byte[] changed = changed(task, saying.row());
      answer = client.insist("PUT", path, changed, UUID.randomUUID().toString());
    }
    account.told(told(id, answer));
  }

  private static byte[] changed(HubHttp.Answer answer, Transition row) {
    ObjectNode task = (ObjectNode) answer.body().root();
    task.put("status", row.to().status().code());
    task.putObject("businessStatus")
        .putArray("coding")
        .addObject()
        .put("system", BusinessStatus.SYSTEM)
        .put("code", row.to().businessStatus().code());
    return task.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean byTask(Transition row) {
    return switch (row.trigger()) {
      case SEND_ACCEPTANCE,
          SEND_SCHEDULE_VISIT_INFORMATION,
          SEND_NO_SHOW_INFORMATION,
          SEND_RESCHEDULED_VISIT_INFORMATION ->
          true;
      default -> false;
    };
  }

  private static Told told(String messageId, HubHttp.Answer answer) {
    return new Told(messageId, answer.status() == OK, "HTTP " + answer.status());
  }

  private PatientClient speaker(Journey journey, Transition row) {
    return row.actor() == Actor.INITIATOR
        ? clients.hospital(journey.loop().initiator())
        : clients.program(journey.loop().program());
  }
}
