package org.closedloop.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.closedloop.core.topic.Copies;
import org.closedloop.core.topic.Partitions;
import org.closedloop.core.topic.TopicSpec;
import org.junit.jupiter.api.Test;

class KafkaTopicsTest {

  @Test
  void shouldKeepForEverWhatHasNoRetention() {
    NewTopic topic = KafkaTopics.newTopic(spec("referral.journal", null));
    assertThat(topic.name()).isEqualTo("referral.journal");
    assertThat(topic.numPartitions()).isEqualTo(6);
    assertThat(topic.configs())
        .containsEntry("retention.ms", "-1")
        .containsEntry("cleanup.policy", "delete");
  }

  @Test
  void shouldKeepTheOthersAsLongAsThePlanSays() {
    NewTopic topic = KafkaTopics.newTopic(spec("referral.claims", Duration.ofDays(7)));
    assertThat(topic.configs()).containsEntry("retention.ms", "604800000");
  }

  private static TopicSpec spec(String name, Duration retention) {
    return new TopicSpec(name, new Partitions(6, false), Copies.SINGLE, retention);
  }
}
