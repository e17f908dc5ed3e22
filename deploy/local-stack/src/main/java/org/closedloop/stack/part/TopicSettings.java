package org.closedloop.stack.part;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.closedloop.core.topic.TopicSpec;

/** Sets what the plan says of topics that exist: how long records are kept, and how safely. */
record TopicSettings(Admin admin, Duration patience) {

  void correct(Collection<TopicSpec> topics) {
    List<ConfigResource> names = topics.stream().map(TopicSettings::resource).toList();
    Map<ConfigResource, Config> found =
        KafkaAdmin.got(admin.describeConfigs(names).all(), patience);
    Map<ConfigResource, Collection<AlterConfigOp>> changes =
        topics.stream()
            .filter(topic -> !changes(topic, found.get(resource(topic))).isEmpty())
            .collect(
                Collectors.toMap(
                    TopicSettings::resource, topic -> changes(topic, found.get(resource(topic)))));
    if (!changes.isEmpty()) {
      KafkaAdmin.got(admin.incrementalAlterConfigs(changes).all(), patience);
    }
  }

  private static Collection<AlterConfigOp> changes(TopicSpec topic, Config found) {
    return topic.settings().entrySet().stream()
        .filter(wanted -> !wanted.getValue().equals(found.get(wanted.getKey()).value()))
        .map(wanted -> new ConfigEntry(wanted.getKey(), wanted.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  private static ConfigResource resource(TopicSpec topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }
}
