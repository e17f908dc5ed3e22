package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.closedloop.adapter.out.TaskViews;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.CodecException;
import org.closedloop.kit.Patience;
import org.closedloop.kit.kafka.Received;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows {@code referral.journal} for the adapter's own view of Tasks: accepted decisions only.
 */
@ApplicationScoped
public class JournalIn {

  private final TaskViews views;
  private final Unreadable unreadable;

  JournalIn(TaskViews views, Unreadable unreadable) {
    this.views = views;
    this.unreadable = unreadable;
  }

  @Incoming("journal-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    List<Decision> decisions = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> broken = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        Decision decision = Received.open(record).facts(Decision.class);
        if (decision.accepted()) {
          decisions.add(whole(decision));
        }
      } catch (CodecException e) {
        broken.add(record);
      }
    }
    return unreadable.keep(broken).chain(() -> follow(decisions));
  }

  private static Decision whole(Decision decision) {
    boolean whole =
        decision.referralId() != null
            && decision.submission() != null
            && decision.claim() != null
            && decision.to() != null
            && decision.delivery() != null
            && decision.decidedAt() != null;
    if (!whole) {
      throw new CodecException("not a whole decision");
    }
    return decision;
  }

  private Uni<Void> follow(List<Decision> decisions) {
    return decisions.isEmpty()
        ? Uni.createFrom().voidItem()
        : Patience.untilDone(
            "journal", decisions.get(0).referralId(), () -> views.follow(decisions));
  }
}
