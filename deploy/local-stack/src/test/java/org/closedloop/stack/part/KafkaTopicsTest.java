package org.closedloop.stack.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
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

  @Test
  void shouldSayWhatIsSpreadOtherwiseThanThePlanSays() {
    TopicSpec wanted = spec("referral.journal", null);
    assertThat(KafkaTopics.complaints(wanted, present(6, 1))).isEmpty();
    assertThat(KafkaTopics.complaints(wanted, present(5, 1)))
        .singleElement(STRING)
        .contains("referral.journal", "5 partitions", "6");
    assertThat(KafkaTopics.complaints(wanted, present(6, 3)))
        .singleElement(STRING)
        .contains("referral.journal", "3 copies", "1");
  }

  private static TopicDescription present(int partitions, int copies) {
    List<Node> nodes =
        IntStream.range(0, copies).mapToObj(id -> new Node(id, "localhost", 9092)).toList();
    List<TopicPartitionInfo> all =
        IntStream.range(0, partitions)
            .mapToObj(p -> new TopicPartitionInfo(p, nodes.getFirst(), nodes, nodes))
            .toList();
    return new TopicDescription("referral.journal", false, all);
  }

  private static TopicSpec spec(String name, Duration retention) {
    return new TopicSpec(name, new Partitions(6, false), Copies.SINGLE, retention);
  }
}
