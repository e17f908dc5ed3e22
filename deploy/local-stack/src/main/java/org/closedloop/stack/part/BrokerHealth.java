package org.closedloop.stack.part;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.closedloop.stack.process.StackFailure;

/** Whether one broker does its part in the cluster. */
record BrokerHealth(KafkaAddress address) {

  private static final Duration GLANCE = Duration.ofSeconds(3);

  /**
   * Whether it has been let into its cluster and has caught up with what the others took while it
   * was away: before that, the end of a second one of three would stop all writing.
   */
  boolean serves() {
    try (Admin admin = KafkaAdmin.of(address.clientsAddress(), GLANCE)) {
      return inCluster(admin) && (address.settings().size().brokers() == 1 || caughtUp(admin));
    } catch (StackFailure notYet) {
      return false;
    }
  }

  private boolean inCluster(Admin admin) {
    return has(KafkaAdmin.got(admin.describeCluster().nodes(), GLANCE));
  }

  private boolean caughtUp(Admin admin) {
    Set<String> topics =
        KafkaAdmin.got(
            admin.listTopics(new ListTopicsOptions().listInternal(true)).names(), GLANCE);
    return KafkaAdmin.got(admin.describeTopics(topics).allTopicNames(), GLANCE).values().stream()
        .map(TopicDescription::partitions)
        .flatMap(List::stream)
        .allMatch(this::caughtUp);
  }

  private boolean caughtUp(TopicPartitionInfo partition) {
    return !has(partition.replicas()) || has(partition.isr());
  }

  private boolean has(Collection<Node> nodes) {
    return nodes.stream().anyMatch(node -> node.id() == address.number());
  }
}
