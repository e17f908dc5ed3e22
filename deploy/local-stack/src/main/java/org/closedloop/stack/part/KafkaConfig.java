package org.closedloop.stack.part;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.closedloop.core.topic.Copies;

/** A broker that is a controller, too, on the loopback address only. */
final class KafkaConfig {

  /** Room for a message of 1 MiB in the hub's envelope. */
  private static final int LARGEST_RECORD = 4 * 1024 * 1024;

  private KafkaConfig() {}

  /** The text of {@code server.properties}. */
  static String text(KafkaAddress address, Path logs) {
    Map<String, Object> all = new LinkedHashMap<>();
    network(all, address);
    all.put("log.dirs", logs);
    copies(all, Copies.on(address.settings().size().brokers()));
    quickRecovery(all);
    small(all);
    all.put("auto.create.topics.enable", false);
    all.put("message.max.bytes", LARGEST_RECORD);
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static void network(Map<String, Object> all, KafkaAddress address) {
    String clients = "PLAINTEXT://" + address.clientsAddress();
    String detour = ",DETOUR://";
    boolean detoured = address.detoured();
    all.put("process.roles", "broker,controller");
    all.put("node.id", address.number());
    all.put(
        "listeners",
        clients
            + (detoured ? detour + KafkaAddress.host(address.behindDetourPort()) : "")
            + ",CONTROLLER://"
            + address.controller());
    all.put(
        "advertised.listeners",
        clients + (detoured ? detour + address.advertisedToServices() : ""));
    all.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DETOUR:PLAINTEXT");
    all.put("inter.broker.listener.name", "PLAINTEXT");
    all.put("controller.listener.names", "CONTROLLER");
    all.put("controller.quorum.voters", KafkaAddress.voters(address.settings()));
  }

  /** Kafka's own topics are as safe as the hub's. */
  private static void copies(Map<String, Object> all, Copies copies) {
    all.put("default.replication.factor", copies.all());
    all.put("min.insync.replicas", copies.inSync());
    all.put("offsets.topic.replication.factor", copies.all());
    all.put("transaction.state.log.replication.factor", copies.all());
    all.put("transaction.state.log.min.isr", copies.inSync());
    all.put("share.coordinator.state.topic.replication.factor", copies.all());
    all.put("share.coordinator.state.topic.min.isr", copies.inSync());
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
