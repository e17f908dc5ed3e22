package org.closedloop.core.topic;

/** Names of all topics (design section 3); written once, here. */
public final class Topics {

  public static final String CLAIMS = "referral.claims";
  public static final String JOURNAL = "referral.journal";
  public static final String VERDICTS = "referral.verdicts";
  public static final String STATUS = "referral.status";

  /** Prefix of the topics by use case. */
  public static final String ROUTED_PREFIX = "referral.routed.";

  private static final String DLQ = ".dlq";

  private Topics() {}

  /** Filtered packages of one use case, router to adapter. */
  public static String routed(String useCase) {
    return ROUTED_PREFIX + useCase;
  }

  /** What a hospital sends. */
  public static String initiatorReferrals(String partyId) {
    return "initiator." + partyId + ".referrals";
  }

  /** What a hospital gets. */
  public static String initiatorFeedback(String partyId) {
    return "initiator." + partyId + ".feedback";
  }

  /** What a program gets. */
  public static String programReferrals(String partyId) {
    return "program." + partyId + ".referrals";
  }

  /** What a program sends. */
  public static String programResponses(String partyId) {
    return "program." + partyId + ".responses";
  }

  /** What became of a program's response. */
  public static String programReceipts(String partyId) {
    return "program." + partyId + ".receipts";
  }

  /** Where the original of a refused record goes. */
  public static String deadLetters(String topic) {
    return topic + DLQ;
  }

  /**
   * The party a topic belongs to: identity on Kafka is the topic name, never what a message says.
   *
   * @param topic {@code initiator.<id>.…} or {@code program.<id>.…}
   * @return the party id
   */
  public static String partyOf(String topic) {
    int first = topic.indexOf('.');
    int last = topic.lastIndexOf('.');
    if (first < 0 || last <= first) {
      throw new IllegalArgumentException("not a party topic: " + topic);
    }
    return topic.substring(first + 1, last);
  }
}
