package org.closedloop.kit.desk;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.kit.Rounds;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes in what polls bring while earlier records are still worked on; all that has come meanwhile
 * is then worked on together, in the order it came. A poll brings little when records come one by
 * one, so without this the work would be done one by one, too.
 */
public final class Gathering {

  private static final int POLLS_AT_MOST = 64;

  private final Pending pending = new Pending(POLLS_AT_MOST);
  private final Rounds<ConsumerRecords<String, byte[]>, Void> rounds;

  /**
   * @param work on records in their order; completes when all of them may be acknowledged, and
   *     never fails
   */
  public Gathering(Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> work) {
    this.rounds =
        new Rounds<>(
            1,
            POLLS_AT_MOST,
            polls ->
                work.apply(records(polls))
                    .replaceWith(Collections.nCopies(polls.size(), (Void) null)));
  }

  private static List<ConsumerRecord<String, byte[]>> records(
      List<ConsumerRecords<String, byte[]>> polls) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    polls.forEach(poll -> poll.forEach(all::add));
    return all;
  }

  /**
   * Takes in what a poll brought and acknowledges it when the work on it is done.
   *
   * @return completes when the next may be taken in: at once, unless much is waiting
   */
  public Uni<Void> take(Message<ConsumerRecords<String, byte[]>> poll) {
    return pending.hold(
        bytes(poll.getPayload()),
        rounds.one(poll.getPayload()).chain(() -> Uni.createFrom().completionStage(poll::ack)));
  }

  private static int bytes(ConsumerRecords<String, byte[]> poll) {
    int bytes = 0;
    for (ConsumerRecord<String, byte[]> record : poll) {
      bytes += EnvelopeCodec.openedLength(record.value());
    }
    return bytes;
  }
}
