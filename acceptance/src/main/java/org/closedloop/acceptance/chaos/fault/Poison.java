package org.closedloop.acceptance.chaos.fault;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.closedloop.acceptance.chaos.ledger.Digest;
import org.closedloop.acceptance.chaos.ledger.Poisoned;
import org.closedloop.acceptance.chaos.play.Stage;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.topic.Topics;

/** Records no one can read: on every topic a party writes to, and on the hub's own. */
final class Poison implements Breaking {

  private final Stage stage;
  private final Spoilt spoilt;

  Poison(Stage stage, Random chance) {
    this.stage = stage;
    this.spoilt = new Spoilt(chance);
  }

  @Override
  public void begin() throws InterruptedException {
    for (Party party : stage.directory().all()) {
      for (byte[] value : spoilt.messages()) {
        write(topic(party), null, value);
      }
    }
    for (String topic : topicsOfHub()) {
      for (byte[] value :
          Stream.concat(spoilt.messages().stream(), spoilt.envelopes().stream()).toList()) {
        writeInside(topic, value);
      }
    }
  }

  private static String topic(Party party) {
    return party.roles().contains(Role.INITIATOR)
        ? Topics.initiatorReferrals(party.id())
        : Topics.programResponses(party.id());
  }

  private List<String> topicsOfHub() {
    Stream<String> routed =
        stage.directory().all().stream()
            .flatMap(party -> party.useCases().stream())
            .distinct()
            .sorted()
            .map(Topics::routed);
    return Stream.concat(Stream.of(Topics.CLAIMS, Topics.JOURNAL, Topics.VERDICTS), routed)
        .toList();
  }

  private void writeInside(String topic, byte[] value) throws InterruptedException {
    RecordMetadata at = write(topic, UUID.randomUUID().toString(), value);
    stage.book().poisoned(new Poisoned(topic, at.partition(), at.offset(), Digest.of(value)));
  }

  private RecordMetadata write(String topic, String key, byte[] value) throws InterruptedException {
    stage.book().bad(value);
    return stage.mouth().say(topic, key, value.length == 0 ? null : value);
  }
}
