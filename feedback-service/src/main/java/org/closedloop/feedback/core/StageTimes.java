package org.closedloop.feedback.core;

import java.time.Instant;

/**
 * When a referral passed its stages; what did not happen yet is null. Each is set once.
 *
 * @param acceptedAt the hub took the referral in
 * @param recordedAt it was on record
 * @param routedAt the router had it on the topic of its use case
 * @param deliveredAt the program had it
 * @param respondedAt the program first answered
 * @param closedAt it reached a final state
 */
public record StageTimes(
    Instant acceptedAt,
    Instant recordedAt,
    Instant routedAt,
    Instant deliveredAt,
    Instant respondedAt,
    Instant closedAt) {

  static StageTimes recorded(Instant acceptedAt, Instant recordedAt) {
    return new StageTimes(acceptedAt, recordedAt, null, null, null, null);
  }

  StageTimes routed(Instant at) {
    return new StageTimes(
        acceptedAt, recordedAt, first(routedAt, at), deliveredAt, respondedAt, closedAt);
  }

  StageTimes delivered(Instant at) {
    return new StageTimes(
        acceptedAt, recordedAt, routedAt, first(deliveredAt, at), respondedAt, closedAt);
  }

  StageTimes responded(Instant at) {
    return new StageTimes(
        acceptedAt, recordedAt, routedAt, deliveredAt, first(respondedAt, at), closedAt);
  }

  StageTimes closed(Instant at) {
    return new StageTimes(
        acceptedAt, recordedAt, routedAt, deliveredAt, respondedAt, first(closedAt, at));
  }

  private static Instant first(Instant known, Instant now) {
    return known == null ? now : known;
  }
}
