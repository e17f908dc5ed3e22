package org.closedloop.adapter.in;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.closedloop.adapter.core.JournalAct;
import org.closedloop.adapter.core.portal.LiveKey;
import org.closedloop.adapter.out.Queues;
import org.closedloop.adapter.out.TaskViews;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.CodecException;
import org.closedloop.kit.Draining;
import org.closedloop.kit.Patience;
import org.closedloop.kit.desk.Gathering;
import org.closedloop.kit.kafka.Received;
import org.closedloop.pages.Pulses;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Follows {@code referral.journal} for the adapter's own view of Tasks: accepted decisions only.
 * That a consent was revoked is taken from here too, since it comes sooner than by the router, and
 * so is what operators and the hub itself decided about what is parked.
 */
@ApplicationScoped
public class JournalIn {

  private final TaskViews views;
  private final Queues queues;
  private final Unreadable unreadable;
  private final Draining draining;
  private final Pulses pulses;
  private final Gathering gathering = new Gathering(this::take);

  JournalIn(
      TaskViews views, Queues queues, Unreadable unreadable, Draining draining, Pulses pulses) {
    this.pulses = pulses;
    this.views = views;
    this.queues = queues;
    this.unreadable = unreadable;
    this.draining = draining;
  }

  @Incoming("journal-in")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> poll) {
    return gathering.take(poll);
  }

  private Uni<Void> take(List<ConsumerRecord<String, byte[]>> records) {
    List<Decision> decisions = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> broken = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        Decision decision = Received.open(record).facts(Decision.class);
        if (decision.accepted() && !ofNoReferral(decision)) {
          decisions.add(whole(decision));
        }
      } catch (RuntimeException e) {
        // Reading needs nothing but the record: whatever fails, it must not stop those behind it.
        broken.add(record);
      }
    }
    return draining.run(() -> unreadable.keep(broken).chain(() -> follow(decisions)));
  }

  private static boolean ofNoReferral(Decision decision) {
    return decision.claim() != null && decision.claim().kind() == ClaimKind.REVOCATION;
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
    if (decisions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String first = decisions.get(0).referralId();
    return act(decisions)
        .chain(() -> Patience.untilDone("journal", first, () -> views.follow(decisions)))
        .invoke(() -> decisions.forEach(this::tell));
  }

  /** Open pages look again. */
  private void tell(Decision decision) {
    String program = decision.submission().program();
    pulses.changed(program);
    pulses.changed(LiveKey.of(program, decision.referralId()));
  }

  /** In the order of the journal. */
  private Uni<Void> act(List<Decision> decisions) {
    List<JournalAct> acts = decisions.stream().flatMap(d -> JournalAct.of(d).stream()).toList();
    return Multi.createFrom()
        .iterable(acts)
        .onItem()
        .transformToUniAndConcatenate(
            act -> Patience.untilDone("act", act.referralId(), () -> queues.act(act)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
