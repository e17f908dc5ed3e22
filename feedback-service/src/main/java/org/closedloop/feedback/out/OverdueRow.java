package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.closedloop.core.claim.OverdueEvent;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.Timer;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** A referral that is or was late at a stage; one row for each of the two. */
@Entity
@Table(name = "overdue")
class OverdueRow {

  private static final String LOOK =
      "update referral set check_at = clock_timestamp() where id = :id and overdue";

  @Id UUID id;
  UUID referralId;
  String useCase;
  String stage;
  String turn;
  Instant dueAt;
  Instant raisedAt;
  Instant clearedAt;
  boolean told;

  static OverdueRow raised(ReferralRow referral, Timer timer, Instant now) {
    OverdueRow row = new OverdueRow();
    row.id = UUID.fromString(ReferralId.derive("overdue|" + referral.id + "|" + timer.stage()));
    row.referralId = referral.id;
    row.useCase = referral.useCase;
    row.stage = timer.stage().word();
    row.raise(timer, now);
    return row;
  }

  /** It is late, again or under another turn. */
  void raise(Timer timer, Instant now) {
    turn = timer.turn().word();
    dueAt = timer.dueAt();
    raisedAt = now;
    clearedAt = null;
    told = false;
  }

  void clear(Instant now) {
    clearedAt = now;
    told = false;
  }

  boolean open() {
    return clearedAt == null;
  }

  boolean says(Timer timer) {
    return open() && turn.equals(timer.turn().word());
  }

  OverdueEvent event(ReferralRow referral) {
    return new OverdueEvent(
        referralId.toString(),
        useCase,
        referral.initiator,
        referral.program,
        stage,
        turn,
        dueAt,
        raisedAt,
        clearedAt);
  }

  /** Something changed that may clear it: the timers look at a late referral at once. */
  static Uni<Void> lookSoon(StatelessSession session, UUID referralId) {
    return session
        .createNativeQuery(LOOK)
        .setParameter("id", referralId)
        .executeUpdate()
        .replaceWithVoid();
  }
}
