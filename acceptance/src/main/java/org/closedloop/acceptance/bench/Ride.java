package org.closedloop.acceptance.bench;

import java.util.concurrent.TimeUnit;
import org.closedloop.acceptance.chaos.play.Placers;
import org.closedloop.acceptance.chaos.scenario.Story;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Transition;
import org.closedloop.stack.player.Message;

/**
 * One closed loop to measure. Its messages are made before the clock runs. Times are written by the
 * one thread that listens and the one that submits, and read when both are done.
 */
final class Ride {

  private static final Transition ACCEPTANCE = Story.PLAIN.rows().get(1);

  final String referralId;
  final ExampleMessages.Loop loop;
  final String outcomeId;

  /** The messages are null once they are let go. */
  volatile byte[] request;

  volatile byte[] acceptance;
  volatile byte[] outcome;
  volatile long dueNanos;
  volatile long verdictNanos;
  volatile long acceptedMillis;
  volatile long deliveredMillis;
  volatile long outcomeNanos;
  volatile long closedNanos;
  volatile boolean refused;

  Ride(ExampleMessages examples, ExampleMessages.Loop loop) {
    this.loop = loop;
    request = examples.request(loop);
    acceptance = examples.update(loop, ACCEPTANCE.to(), ACCEPTANCE.tid());
    outcome = examples.outcome(loop);
    outcomeId = Message.of(outcome).messageId();
    referralId = referralId(loop.initiator().id(), request);
  }

  /** The messages of another under an id of its own, for those who do not read them. */
  Ride(Ride like, String referralId) {
    this.referralId = referralId;
    loop = like.loop;
    request = like.request;
    acceptance = like.acceptance;
    outcome = like.outcome;
    outcomeId = like.outcomeId;
  }

  /** The id the hub will give a referral. */
  static String referralId(String initiator, byte[] request) {
    return ReferralId.of(initiator, Placers.service(request), Placers.task(request));
  }

  boolean delivered() {
    return deliveredMillis != 0;
  }

  boolean over() {
    return closedNanos != 0 || refused;
  }

  /** The hub has decided about it; the first time counts. */
  void decided(long millis) {
    acceptedMillis = acceptedMillis == 0 ? millis : acceptedMillis;
  }

  /** The hospital has the hub's answer; the first one counts. */
  void answered(long nanos, boolean asRefused) {
    if (verdictNanos == 0) {
      verdictNanos = nanos;
      refused = asRefused;
    }
  }

  /** The hospital has the outcome; the first time counts. */
  void closed(long nanos) {
    closedNanos = closedNanos == 0 ? nanos : closedNanos;
  }

  /** The messages of a closed loop go no further; those of a refused one may. */
  void letGo() {
    if (closedNanos != 0) {
      request = null;
      acceptance = null;
      outcome = null;
    }
  }

  /** Notes what is known; a stage that has not ended is left out and counts as open elsewhere. */
  void into(Latencies latencies) {
    if (verdictNanos != 0) {
      latencies.note(Measured.SUBMIT_TO_VERDICT, micros(verdictNanos - dueNanos));
    }
    if (delivered() && acceptedMillis != 0) {
      long micros = TimeUnit.MILLISECONDS.toMicros(deliveredMillis - acceptedMillis);
      latencies.note(Measured.ACCEPT_TO_DELIVERED, micros);
    }
    if (closedNanos != 0) {
      latencies.note(Measured.OUTCOME_TO_INITIATOR, micros(closedNanos - outcomeNanos));
      latencies.note(Measured.WHOLE_LOOP, micros(closedNanos - dueNanos));
    }
  }

  private static long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }
}
