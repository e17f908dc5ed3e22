package org.closedloop.adapter.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.RecordSender;
import org.jboss.logging.Logger;

/**
 * Tells feedback-service what became of a package. The claim is noted in the row that caused it and
 * struck out when the broker has it; the sweep says again what a crash left behind. Saying it twice
 * is harmless: a claim of the hub has one id a referral and kind.
 */
@ApplicationScoped
public class Claims {

  private static final Logger LOG = Logger.getLogger(Claims.class);

  /** Old enough that nobody is about to say it. */
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);

  private static final int AT_A_TIME = 100;

  private final Db db;
  private final RecordSender sender;
  private final Clock clock;

  Claims(Db db, RecordSender sender, Clock clock) {
    this.db = db;
    this.sender = sender;
    this.clock = clock;
  }

  /** Says claims right after their transaction; what fails is left to the sweep. */
  void say(List<ClaimDue> claims) {
    sayAll(claims)
        .subscribe()
        .with(done -> {}, e -> LOG.warnf("claims not sent error=%s", e.getClass().getName()));
  }

  /** Says what was left behind. */
  Uni<Void> sweep() {
    return leftBehind().chain(this::sayAll);
  }

  private Uni<Void> sayAll(List<ClaimDue> claims) {
    return Multi.createFrom()
        .iterable(claims)
        .onItem()
        .transformToUniAndConcatenate(claim -> send(claim).chain(() -> strike(claim)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> send(ClaimDue due) {
    Claim claim =
        Claim.ofHub(due.kind(), due.referralId(), List.of(), due.reason(), clock.instant());
    return sender
        .send(HubRecords.claim(claim, null))
        .invoke(() -> LOG.infof("claimed kind=%s referral=%s", due.kind(), due.referralId()));
  }

  private Uni<Integer> strike(ClaimDue due) {
    return db.inTransaction(
        session ->
            session
                .createMutationQuery(
                    "update DeliveryRow set claimDue = null where id = :id and claimDue = :kind")
                .setParameter("id", due.deliveryId())
                .setParameter("kind", due.kind().name())
                .executeUpdate());
  }

  private Uni<List<ClaimDue>> leftBehind() {
    return db.inTransaction(
        session ->
            session
                .createSelectionQuery(
                    "from DeliveryRow where claimDue is not null and changedAt < :before"
                        + " order by changedAt",
                    DeliveryRow.class)
                .setParameter("before", clock.instant().minus(LEFT_BEHIND))
                .setMaxResults(AT_A_TIME)
                .getResultList()
                .map(rows -> rows.stream().map(DeliveryRow::claimDue).toList()));
  }
}
