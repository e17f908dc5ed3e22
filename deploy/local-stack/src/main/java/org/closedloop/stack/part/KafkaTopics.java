package org.closedloop.stack.part;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.closedloop.core.topic.TopicSpec;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.process.Waiting;

/** Makes the topics of a cluster what the plan says. */
final class KafkaTopics {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String address;

  KafkaTopics(String address) {
    this.address = address;
  }

  /**
   * Creates what is missing and corrects the settings of what is there.
   *
   * @throws StackFailure when a topic is spread otherwise than the plan says, which is not
   *     corrected
   */
  void agreeWith(List<TopicSpec> plan) {
    try (Admin admin = KafkaAdmin.of(address, PATIENCE)) {
      Set<String> present = KafkaAdmin.got(admin.listTopics().names(), PATIENCE);
      List<TopicSpec> known = plan.stream().filter(t -> present.contains(t.name())).toList();
      check(admin, known);
      new TopicSettings(admin, PATIENCE).correct(known);
      create(admin, plan.stream().filter(t -> !present.contains(t.name())).toList());
    }
  }

  private static void check(Admin admin, List<TopicSpec> known) {
    List<String> names = known.stream().map(TopicSpec::name).toList();
    Map<String, TopicDescription> found =
        KafkaAdmin.got(admin.describeTopics(names).allTopicNames(), PATIENCE);
    String complaints =
        known.stream()
            .flatMap(topic -> complaints(topic, found.get(topic.name())))
            .collect(Collectors.joining("\n"));
    if (!complaints.isEmpty()) {
      throw new StackFailure(complaints);
    }
  }

  static Stream<String> complaints(TopicSpec topic, TopicDescription present) {
    return Stream.concat(
        ofPartitions(topic, present.partitions().size()).stream(),
        ofCopies(topic, present.partitions().getFirst().replicas().size()).stream());
  }

  private static Optional<String> ofPartitions(TopicSpec topic, int present) {
    return topic.partitions().fits(present)
        ? Optional.empty()
        : Optional.of(
            ("Topic %s has %d partitions and must have %d. This is not changed for you, as records"
                    + " of one referral would then stand in two partitions, out of order.")
                .formatted(topic.name(), present, topic.partitions().number()));
  }

  /** With fewer copies than must be in step nothing could be written any more. */
  private static Optional<String> ofCopies(TopicSpec topic, int present) {
    int wanted = topic.copies().all();
    return present == wanted
        ? Optional.empty()
        : Optional.of(
            ("Topic %s has %d copies and must have %d. Start as many brokers as before, or have the"
                    + " copies moved first (kafka-reassign-partitions).")
                .formatted(topic.name(), present, wanted));
  }

  /** Every copy needs a broker, and the others may still be starting. */
  private static void create(Admin admin, Collection<TopicSpec> missing) {
    int copies = missing.stream().mapToInt(topic -> topic.copies().all()).max().orElse(0);
    if (!Waiting.until(() -> brokers(admin) >= copies, PATIENCE)) {
      throw new StackFailure("Kafka has " + brokers(admin) + " brokers and needs " + copies + ".");
    }
    List<NewTopic> topics = missing.stream().map(KafkaTopics::newTopic).toList();
    KafkaAdmin.got(admin.createTopics(topics).all(), PATIENCE);
  }

  private static int brokers(Admin admin) {
    return KafkaAdmin.got(admin.describeCluster().nodes(), PATIENCE).size();
  }

  static NewTopic newTopic(TopicSpec topic) {
    return new NewTopic(topic.name(), topic.partitions().number(), (short) topic.copies().all())
        .configs(topic.settings());
  }
}
