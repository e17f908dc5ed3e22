package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.out.Parked;
import org.closedloop.feedback.out.ParkedStore;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.RecordSender;

/**
 * Deliveries: the operator's word is a claim like any other. Its decision resolves the items, is in
 * the history, and tells the adapter by the journal what to do.
 */
@ApplicationScoped
class DeliveryReplays implements Replaying {

  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final byte[] NOTHING = new byte[0];

  private final RecordSender sender;
  private final RecordQueries record;
  private final ParkedStore store;
  private final Clock clock;

  DeliveryReplays(RecordSender sender, RecordQueries record, ParkedStore store, Clock clock) {
    this.sender = sender;
    this.record = record;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public ParkedKind kind() {
    return ParkedKind.DELIVERY;
  }

  @Override
  public Uni<Outcome> replay(Parked item, OpsRequest request) {
    return request.dryRun()
        ? Uni.createFrom().item(Outcome.of(item, Outcome.WOULD_REPLAY, null))
        : claim(item, request);
  }

  @Override
  public Uni<Outcome> discard(Parked item, OpsRequest request) {
    return claim(item, request);
  }

  /**
   * One claim resolves all items of its referral; the others then only read what became of them.
   */
  private Uni<Outcome> claim(Parked item, OpsRequest request) {
    return store
        .find(item.id())
        .map(Optional::orElseThrow)
        .chain(
            now ->
                now.open()
                    ? say(item, request)
                    : Uni.createFrom().item(Outcome.ofState(now, null)));
  }

  private Uni<Outcome> say(Parked item, OpsRequest request) {
    Claim claim =
        Claim.ofOperator(
            request.kind(),
            item.referralId(),
            request.part(item.referralId()),
            request.reason(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return sender
        .send(HubRecords.claim(claim, NOTHING))
        .chain(() -> verdict(claim.claimId()))
        .chain(verdict -> store.find(item.id()).map(now -> outcome(now.orElseThrow(), verdict)));
  }

  private static Outcome outcome(Parked item, Optional<Verdict> verdict) {
    return Outcome.ofState(item, verdict.isEmpty() ? "undecided" : "refused");
  }

  private Uni<Optional<Verdict>> verdict(String claimId) {
    return Uni.createFrom()
        .deferred(() -> record.verdict(claimId))
        .map(found -> Optional.of(found.orElseThrow()))
        .onFailure(NoSuchElementException.class)
        .retry()
        .withBackOff(FIRST_LOOK, LOOK)
        .expireIn(WITHIN.toMillis())
        .onFailure(e -> e instanceof NoSuchElementException || e instanceof IllegalStateException)
        .recoverWithItem(Optional.empty());
  }
}
