package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;

/** Hands a message over by the program's first sending channel. */
@ApplicationScoped
public class Carrier {

  /** An attempt ends this much before its lease does. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Directory directory;
  private final TopicDelivery byTopic;
  private final PushDelivery byPush;
  private final Duration attemptWithin;

  Carrier(Directory directory, TopicDelivery byTopic, PushDelivery byPush, AdapterConfig config) {
    this.directory = directory;
    this.byTopic = byTopic;
    this.byPush = byPush;
    this.attemptWithin = config.lease().minus(MARGIN);
  }

  /** Whether the hub sends to this program at all; one that only fetches is left to fetch. */
  boolean sendsTo(String program) {
    return channel(program).isPresent();
  }

  /** One attempt; never fails. */
  Uni<AttemptResult> attempt(Parcel parcel) {
    return carry(parcel)
        .ifNoItem()
        .after(attemptWithin)
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
