package org.closedloop.adapter.out;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Which topics there are. A record to a topic that does not exist blocks the producer for seconds,
 * and every other program's records behind it; so a topic is looked up before its first record.
 */
@ApplicationScoped
class ExistingTopics {

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Admin admin;

  ExistingTopics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.keySet().retainAll(AdminClientConfig.configNames());
    this.admin = Admin.create(settings);
  }

  /** Whether the topic exists; fails when the broker cannot be asked. */
  Uni<Boolean> has(String topic) {
    return known.contains(topic) ? Uni.createFrom().item(true) : ask(topic);
  }

  private Uni<Boolean> ask(String topic) {
    return Uni.createFrom()
        .completionStage(
            () -> admin.describeTopics(List.of(topic)).allTopicNames().toCompletionStage())
        .map(found -> true)
        .invoke(() -> known.add(topic))
        .onFailure(ExistingTopics::unknown)
        .recoverWithItem(false);
  }

  private static boolean unknown(Throwable e) {
    Throwable cause = e instanceof CompletionException ? e.getCause() : e;
    return cause instanceof UnknownTopicOrPartitionException;
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
