package org.closedloop.stack.part;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A broker that is its own controller, on the loopback address only. */
final class KafkaConfig {

  /** Room for a message of 1 MiB in the hub's envelope. */
  private static final int LARGEST_RECORD = 4 * 1024 * 1024;

  private KafkaConfig() {}

  /** The text of {@code server.properties}. */
  static String text(int port, int controllerPort, Path logs) {
    Map<String, Object> all = new LinkedHashMap<>();
    network(all, port, controllerPort);
    all.put("log.dirs", logs);
    alone(all);
    quickRecovery(all);
    small(all);
    all.put("auto.create.topics.enable", false);
    all.put("message.max.bytes", LARGEST_RECORD);
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static void network(Map<String, Object> all, int port, int controllerPort) {
    String broker = "PLAINTEXT://127.0.0.1:" + port;
    all.put("process.roles", "broker,controller");
    all.put("node.id", 1);
    all.put("listeners", broker + ",CONTROLLER://127.0.0.1:" + controllerPort);
    all.put("advertised.listeners", broker);
    all.put("controller.listener.names", "CONTROLLER");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
  }

  /** There is no second broker to copy to. */
  private static void alone(Map<String, Object> all) {
    all.put("offsets.topic.replication.factor", 1);
    all.put("transaction.state.log.replication.factor", 1);
    all.put("transaction.state.log.min.isr", 1);
    all.put("share.coordinator.state.topic.replication.factor", 1);
    all.put("share.coordinator.state.topic.min.isr", 1);
  }

  /** With the defaults, a broker killed by force is let in again only after its 9 s session. */
  private static void quickRecovery(Map<String, Object> all) {
    all.put("group.initial.rebalance.delay.ms", 0);
    all.put("broker.session.timeout.ms", 3000);
    all.put("broker.heartbeat.interval.ms", 500);
  }

  /** Sized for one machine: fewer internal partitions and threads, smaller cleaner buffers. */
  private static void small(Map<String, Object> all) {
    all.put("offsets.topic.num.partitions", 6);
    all.put("transaction.state.log.num.partitions", 6);
    all.put("num.network.threads", 2);
    all.put("num.io.threads", 4);
    all.put("log.cleaner.dedupe.buffer.size", 8 * 1024 * 1024);
  }
}
