package org.closedloop.feedback.core;

import java.util.Optional;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.state.Actor;
import org.closedloop.core.topic.Topics;

/** How the initiator hears of a decision. */
public sealed interface FeedbackWay {

  /** It does not: it acted itself, nothing moved, or it only fetches. */
  record None() implements FeedbackWay {}

  /** By its topic. */
  record Topic(String name) implements FeedbackWay {}

  /** By {@code $process-message} at its address. */
  record Push(String party) implements FeedbackWay {}

  /** The way for a decision: the initiator's first channel by which the hub sends. */
  static FeedbackWay of(Ruling.Decided decided, Directory directory) {
    if (!decided.tells() || decided.decision().actor() == Actor.INITIATOR) {
      return new None();
    }
    String initiator = decided.after().submission().initiator();
    Optional<Channel> channel = directory.find(initiator).flatMap(Party::sendingChannel);
    if (channel.isEmpty()) {
      return new None();
    }
    return channel.get() == Channel.TOPIC
        ? new Topic(Topics.initiatorFeedback(initiator))
        : new Push(initiator);
  }
}
