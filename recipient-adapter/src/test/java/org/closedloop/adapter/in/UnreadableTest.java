package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is kept with what an operator needs to find it; the rest goes on. */
@QuarkusTest
@AdapterTest
class UnreadableTest {

  @ParameterizedTest
  @ValueSource(strings = {"referral.journal", "referral.routed.arthritis"})
  void shouldKeepTheOriginalWithItsReferral(String topic) {
    World world = World.get();
    PlayedReferral referral = world.referralTo("push-one");
    byte[] broken = "not a record of ours".getBytes(StandardCharsets.UTF_8);

    world.topics().send(new HubRecord(topic, referral.id(), broken, Map.of("planted", "x")));

    ConsumerRecord<String, byte[]> kept =
        world
            .topics()
            .first(Topics.deadLetters(topic), record -> referral.id().equals(record.key()));
    assertThat(kept.value()).isEqualTo(broken);
    assertThat(header(kept, "dlq-referral")).isEqualTo(referral.id());
    assertThat(header(kept, "dlq-topic")).isEqualTo(topic);
    assertThat(header(kept, "dlq-reason")).isEqualTo("not-decodable");
    assertThat(header(kept, "dlq-partition")).matches("[0-9]+");
    assertThat(header(kept, "dlq-offset")).matches("[0-9]+");
    assertThat(kept.headers().lastHeader("planted")).isNull();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
