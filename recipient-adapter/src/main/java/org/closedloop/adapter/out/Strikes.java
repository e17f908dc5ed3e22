package org.closedloop.adapter.out;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Strikes out claims that the broker has. Nobody waits for that, so they are gathered for a moment
 * and struck out together; a claim that is missed is said again by the sweep, which looks only at
 * what is older than that moment.
 */
@ApplicationScoped
class Strikes {

  private static final Duration GATHER = Duration.ofMillis(200);
  private static final int AT_ONCE = 200;

  /**
   * Locked one after the other in the order everybody locks them in. A row may be due for another
   * claim by now, so id and kind belong together. If it is forgotten in a crash the claim is said
   * again, which is harmless: nobody waits for the disk.
   */
  private static final String STRIKE =
      """
      with attempts as (
        delete from attempt_due where id = any($1)),
      mine as (
        select one.id, set_config('synchronous_commit', 'off', true) from delivery one
        where one.id = any($2) and one.id || '/' || one.claim_due = any($3)
        order by one.referral_id, one.sequence
        for update)
      update delivery it set claim_due = null
      from mine
      where it.id = mine.id
      """;

  private final Statements statements;
  private final Vertx vertx;
  private final Duration gather;
  private List<Asked> waiting = new ArrayList<>();
  private boolean stopping;

  @Inject
  Strikes(Statements statements, Vertx vertx) {
    this(statements, vertx, GATHER);
  }

  /** One that gathers for another while. */
  Strikes(Statements statements, Vertx vertx, Duration gather) {
    this.statements = statements;
    this.vertx = vertx;
    this.gather = gather;
  }

  private record Asked(ClaimDue claim, UniEmitter<? super Void> told) {}

  /** Completes when the claim is struck out. */
  Uni<Void> one(ClaimDue claim) {
    return Uni.createFrom().emitter(told -> add(new Asked(claim, told)));
  }

  private void add(Asked asked) {
    boolean first;
    boolean now;
    synchronized (this) {
      first = waiting.isEmpty();
      waiting.add(asked);
      now = stopping || waiting.size() >= AT_ONCE;
    }
    if (now) {
      strike();
    } else if (first) {
      vertx.setTimer(gather.toMillis(), timer -> strike());
    }
  }

  /** Before draining waits for them: nothing is gathered any more. */
  void stop(@Observes @Priority(0) ShutdownEvent event) {
    synchronized (this) {
      stopping = true;
    }
    strike();
  }

  private void strike() {
    List<Asked> round = take();
    if (!round.isEmpty()) {
      statements
          .run(STRIKE, parameters(round.stream().map(Asked::claim).toList()))
          .subscribe()
          .with(
              done -> round.forEach(asked -> asked.told().complete(null)),
              e -> round.forEach(asked -> asked.told().fail(e)));
    }
  }

  private synchronized List<Asked> take() {
    List<Asked> round = waiting;
    waiting = new ArrayList<>();
    return round;
  }

  private static Tuple parameters(List<ClaimDue> claims) {
    List<String> attempts = new ArrayList<>();
    List<String> deliveries = new ArrayList<>();
    List<String> due = new ArrayList<>();
    for (ClaimDue claim : claims) {
      switch (claim) {
        case ClaimDue.OfAttempt attempt -> attempts.add(attempt.id());
        case ClaimDue.OfDelivery delivery -> {
          deliveries.add(delivery.deliveryId());
          due.add(delivery.deliveryId() + "/" + delivery.kind());
        }
      }
    }
    return Tuple.of(
        attempts.toArray(String[]::new),
        deliveries.toArray(String[]::new),
        due.toArray(String[]::new));
  }
}
