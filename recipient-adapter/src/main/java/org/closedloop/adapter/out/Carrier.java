package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.kit.trace.HandOverTraces;

/** Hands a message over by the program's first sending channel. */
@ApplicationScoped
public class Carrier {

  /** An attempt ends this much before its lease does, and begins only with as much left. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final AttemptResult LEASE_OVER = new AttemptResult.Hindered("lease-over");

  private final Directory directory;
  private final TopicDelivery byTopic;
  private final PushDelivery byPush;
  private final HandOverTraces traces;

  Carrier(Directory directory, TopicDelivery byTopic, PushDelivery byPush, HandOverTraces traces) {
    this.traces = traces;
    this.directory = directory;
    this.byTopic = byTopic;
    this.byPush = byPush;
  }

  /** Whether the hub sends to this program at all; one that only fetches is left to fetch. */
  boolean sendsTo(String program) {
    return channel(program).isPresent();
  }

  /**
   * One attempt; never fails. A process that was stopped and goes on may have lost its lease to
   * another, so that is looked at last of all.
   */
  Uni<AttemptResult> attempt(Parcel parcel) {
    Duration within = Duration.ofNanos(parcel.leaseEnds() - System.nanoTime()).minus(MARGIN);
    return within.compareTo(MARGIN) < 0
        ? Uni.createFrom().item(LEASE_OVER)
        : traces
            .around(
                "deliver",
                parcel.referralId(),
                parcel.program(),
                AttemptResult.HandedOver.class::isInstance,
                () -> carry(parcel))
            .ifNoItem()
            .after(within)
            .recoverWithItem(new AttemptResult.NotTaken("no-answer", true))
            .onFailure()
            .recoverWithItem(new AttemptResult.NotTaken("broken-off", true));
  }

  private Uni<AttemptResult> carry(Parcel parcel) {
    Party program = directory.find(parcel.program()).orElseThrow();
    return program.sendingChannel().orElseThrow() == Channel.PUSH
        ? byPush.attempt(parcel, program.push())
        : byTopic.attempt(parcel);
  }

  private Optional<Channel> channel(String program) {
    return directory.find(program).flatMap(Party::sendingChannel);
  }
}
