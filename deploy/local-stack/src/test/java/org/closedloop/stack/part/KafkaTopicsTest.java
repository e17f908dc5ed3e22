package org.closedloop.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.closedloop.core.topic.TopicSpec;
import org.junit.jupiter.api.Test;

class KafkaTopicsTest {

  @Test
  void shouldKeepForEverWhatHasNoRetention() {
    NewTopic topic = KafkaTopics.newTopic(new TopicSpec("referral.journal", 6, null));
    assertThat(topic.name()).isEqualTo("referral.journal");
    assertThat(topic.numPartitions()).isEqualTo(6);
    assertThat(topic.configs())
        .containsEntry("retention.ms", "-1")
        .containsEntry("cleanup.policy", "delete");
  }

  @Test
  void shouldKeepTheOthersAsLongAsThePlanSays() {
    NewTopic topic = KafkaTopics.newTopic(new TopicSpec("referral.claims", 6, Duration.ofDays(7)));
    assertThat(topic.configs()).containsEntry("retention.ms", "604800000");
  }
}
