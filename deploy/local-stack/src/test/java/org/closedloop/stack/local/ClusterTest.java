package org.closedloop.stack.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.part.StackSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers: any one of them may die, and what was acknowledged is still there. */
class ClusterTest {

  private static final String TOPIC = "referral.journal";

  @TempDir private Path folder;
  private LocalStack stack;

  @AfterEach
  void leaveNothing() {
    stack.down();
    assertThat(stack.running()).isEmpty();
  }

  @Test
  void shouldTakeAndKeepRecordsWhileAnyOneBrokerIsDead() throws Exception {
    stack =
        new LocalStack(
            StackSettings.of(Path.of("../.."), folder.resolve("data"), FreePorts.offset())
                .withSize(StackSize.of(3, 1)),
            text -> {});
    StackClients clients = new StackClients(stack);
    stack.upWithoutServices();
    assertThat(stack.brokers()).containsExactly("kafka", "kafka-2", "kafka-3");
    assertThat(copies()).isEqualTo(3);
    assertThat(setting("min.insync.replicas")).isEqualTo("2");

    for (String broker : List.of("kafka-2", "kafka")) {
      stack.kill(broker);
      clients.send(TOPIC, "while " + broker + " is dead");
      stack.start(broker);
    }
    assertThat(clients.received(TOPIC, 2))
        .containsExactly("while kafka-2 is dead", "while kafka is dead");
  }

  private int copies() throws Exception {
    try (Admin admin = Admin.create(broker())) {
      TopicDescription found =
          admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
      return found.partitions().get(0).replicas().size();
    }
  }

  private String setting(String name) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
    try (Admin admin = Admin.create(broker())) {
      return admin.describeConfigs(List.of(topic)).all().get().get(topic).get(name).value();
    }
  }

  private Map<String, Object> broker() {
    return Map.of("bootstrap.servers", stack.bootstrapServers());
  }
}
