package org.closedloop.acceptance.chaos.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.closedloop.acceptance.chaos.play.Stage;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.topic.Topics;

/** Records no one can read: on every topic a party writes to, and on the hub's own. */
final class Poison implements Breaking {

  private static final int BYTES = 512;
  private static final List<String> OF_HUB =
      List.of(Topics.CLAIMS, Topics.JOURNAL, Topics.VERDICTS);

  private final Stage stage;
  private final Random chance;

  Poison(Stage stage, Random chance) {
    this.stage = stage;
    this.chance = chance;
  }

  @Override
  public void begin() throws InterruptedException {
    for (Party party : stage.directory().all()) {
      write(topic(party), null);
    }
    for (String topic : OF_HUB) {
      write(topic, UUID.randomUUID().toString());
    }
  }

  private static String topic(Party party) {
    return party.roles().contains(Role.INITIATOR)
        ? Topics.initiatorReferrals(party.id())
        : Topics.programResponses(party.id());
  }

  /** No bytes stand for a tombstone. */
  private void write(String topic, String key) throws InterruptedException {
    for (byte[] value : values()) {
      stage.book().bad(value);
      stage.mouth().say(topic, key, value.length == 0 ? null : value);
    }
  }

  private List<byte[]> values() {
    byte[] noise = new byte[BYTES];
    chance.nextBytes(noise);
    return List.of(
        noise,
        text("{\"resourceType\":\"Bundle\",\"type\":\"message\",\"entry\":["),
        text("{\"resourceType\":\"Basic\",\"id\":\"" + UUID.randomUUID() + "\"}"),
        new byte[0]);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
