package org.closedloop.stack.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.topic.TopicPlan;
import org.closedloop.core.topic.TopicSpec;
import org.closedloop.stack.process.StackFailure;

/** Creates the topics of the plan; changes none that exist. */
final class KafkaTopics {

  private static final short ONE_COPY = 1;
  private static final String FOR_EVER = "-1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofSeconds(3);

  private final String address;

  KafkaTopics(String address) {
    this.address = address;
  }

  /** Whether the broker has been let into its own cluster and can be written to. */
  boolean brokerServes() {
    try (Admin admin = admin(GLANCE)) {
      return !got(admin.describeCluster().nodes(), GLANCE).isEmpty();
    } catch (StackFailure notYet) {
      return false;
    }
  }

  /** Creates what {@link TopicPlan} lists and the broker does not have. */
  void createMissing(Path directory, Path useCases) {
    create(TopicPlan.of(Directory.load(directory), UseCaseCatalog.load(useCases)));
  }

  void create(List<TopicSpec> plan) {
    try (Admin admin = admin(PATIENCE)) {
      Set<String> present = got(admin.listTopics().names(), PATIENCE);
      List<NewTopic> missing =
          plan.stream()
              .filter(topic -> !present.contains(topic.name()))
              .map(KafkaTopics::newTopic)
              .toList();
      got(admin.createTopics(missing).all(), PATIENCE);
    }
  }

  static NewTopic newTopic(TopicSpec topic) {
    String retention =
        topic.retention() == null ? FOR_EVER : String.valueOf(topic.retention().toMillis());
    return new NewTopic(topic.name(), topic.partitions(), ONE_COPY)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                retention));
  }

  private Admin admin(Duration timeout) {
    int ms = (int) timeout.toMillis();
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ms,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ms));
  }

  private static <T> T got(KafkaFuture<T> answer, Duration atMost) {
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new StackFailure("Kafka did not do what it was asked: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    }
  }
}
