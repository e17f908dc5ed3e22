package org.closedloop.feedback.out;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.closedloop.feedback.core.ops.Lag;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * How far the hub's consumers are behind; asked of the broker every few seconds, for the page and
 * for the metric.
 */
@ApplicationScoped
public class ConsumerLag {

  private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final long PATIENCE_MS = 2000;
  private static final List<String> GROUPS =
      List.of(
          "initiator-gateway",
          "referral-router",
          "recipient-adapter.routed",
          "recipient-adapter.journal",
          "recipient-adapter.responses",
          "feedback-service");

  private final String servers;
  private final Clock clock;
  private final MultiGauge gauge;
  private volatile List<Lag> kept = List.of();
  private volatile Instant readAt = Instant.EPOCH;

  ConsumerLag(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
      Clock clock,
      MeterRegistry registry) {
    this.servers = servers;
    this.clock = clock;
    this.gauge =
        MultiGauge.builder("hub.consumer.lag.records")
            .description("Records a consumer group has not taken yet")
            .register(registry);
  }

  /** Asks every so often, for the metric {@code hub_consumer_lag_records} by group. */
  void start(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(
        LOOK.toMillis(),
        id ->
            read()
                .subscribe()
                .with(
                    done -> {}, e -> LOG.debugf("lag not read error=%s", e.getClass().getName())));
  }

  /** By group; empty while the broker does not answer. */
  public Uni<List<Lag>> read() {
    if (readAt.plus(KEPT).isAfter(clock.instant())) {
      return Uni.createFrom().item(kept);
    }
    return Uni.createFrom()
        .item(this::ask)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private synchronized List<Lag> ask() {
    if (readAt.plus(KEPT).isAfter(clock.instant())) {
      return kept;
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      List<Lag> all = new ArrayList<>();
      for (String group : GROUPS) {
        all.add(new Lag(group, lag(admin, group)));
      }
      kept = List.copyOf(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("lag not readable error=%s", e.getClass().getName());
      kept = List.of();
    }
    gauge.register(
        kept.stream()
            .<MultiGauge.Row<?>>map(
                lag -> MultiGauge.Row.of(Tags.of("group", lag.group()), lag.records()))
            .toList(),
        true);
    readAt = clock.instant();
    return kept;
  }

  private static long lag(Admin admin, String group)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> taken =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    taken.forEach((part, at) -> wanted.put(part, OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin.listOffsets(wanted).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    return ends.entrySet().stream()
        .filter(end -> taken.get(end.getKey()) != null)
        .mapToLong(end -> Math.max(0, end.getValue().offset() - taken.get(end.getKey()).offset()))
        .sum();
  }
}
