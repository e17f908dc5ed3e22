package org.closedloop.kit.testing;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.closedloop.core.topic.TopicPlan;
import org.testcontainers.kafka.KafkaContainer;

/** The broker of this JVM's tests: a container where an engine answers, else embedded. */
final class TestBroker {

  private static String servers;

  private TestBroker() {}

  static synchronized String bootstrapServers() {
    if (servers == null) {
      servers = TestContainers.wanted() ? container() : embedded();
      createTopics(servers);
    }
    return servers;
  }

  private static String embedded() {
    EmbeddedKafkaBroker broker =
        new EmbeddedKafkaBroker()
            .withNodeId(1)
            .withAdditionalProperties(
                properties -> properties.put("auto.create.topics.enable", "false"));
    broker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    return broker.getAdvertisedListeners().replaceAll("^[A-Z_]+://", "");
  }

  private static String container() {
    KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1");
    kafka.start();
    return kafka.getBootstrapServers();
  }

  private static void createTopics(String servers) {
    List<NewTopic> topics =
        TopicPlan.of(TestData.directory(), TestData.catalog()).stream()
            .map(spec -> new NewTopic(spec.name(), spec.partitions().number(), (short) 1))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(topics).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      // A request that timed out and was sent again finds its own work done.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("the test topics could not be created", e);
      }
    }
  }
}
