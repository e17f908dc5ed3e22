package org.closedloop.acceptance.bench;

/** Topics of all parties and use cases that carry the same thing, under one short name. */
final class TopicKind {

  /** Before the names of the floor's topics. */
  static final String FLOOR = "bench.floor.";

  private TopicKind() {}

  /**
   * Like {@code submit}, {@code claims}, {@code dlq}; the topic's own name where it has no kind.
   */
  static String of(String topic) {
    if (topic.endsWith(".dlq")) {
      return "dlq";
    }
    String last = topic.substring(topic.lastIndexOf('.') + 1);
    if (topic.startsWith(FLOOR)) {
      return last;
    }
    if (topic.startsWith("referral.routed.")) {
      return "routed";
    }
    return topic.startsWith("initiator.") && last.equals("referrals") ? "submit" : last;
  }
}
