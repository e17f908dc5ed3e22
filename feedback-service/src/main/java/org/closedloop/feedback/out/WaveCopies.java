package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** The initiators' own copies of decisions about different referrals, a few at a time. */
final class WaveCopies {

  /** All consumers of an instance together stay within an initiator's share of places. */
  private static final int AT_ONCE = 2;

  private static final String WAITING =
      "select distinct referralId from CallbackRow"
          + " where referralId in (:ids) and state in ('OPEN', 'PARKED')";

  private final StatelessSession session;
  private final PartyCopies copies;
  private final LockHold hold;

  WaveCopies(StatelessSession session, PartyCopies copies, LockHold hold) {
    this.session = session;
    this.copies = copies;
    this.hold = hold;
  }

  /** Writes the copies of those who hear by topic; what has to wait is kept as callbacks. */
  Uni<Void> write(List<PublishWave.Told> told) {
    List<PublishWave.Told> hearing =
        told.stream().filter(one -> one.facts().feedbackTopic() != null).toList();
    if (hearing.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<CallbackRow> kept = new ArrayList<>();
    return hold.shownBy(() -> behind(hearing))
        .chain(behind -> inTurn(hearing, behind, kept))
        .chain(() -> kept.isEmpty() ? Uni.createFrom().voidItem() : session.insertMultiple(kept));
  }

  private Uni<Set<UUID>> behind(List<PublishWave.Told> hearing) {
    return session
        .createQuery(WAITING, UUID.class)
        .setParameter("ids", hearing.stream().map(one -> one.event().referralId).toList())
        .getResultList()
        .map(HashSet::new);
  }

  private Uni<Void> inTurn(
      List<PublishWave.Told> hearing, Set<UUID> behind, List<CallbackRow> kept) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (int i = 0; i < hearing.size(); i += AT_ONCE) {
      List<PublishWave.Told> few = hearing.subList(i, Math.min(i + AT_ONCE, hearing.size()));
      all = all.chain(hold::confirm).chain(() -> atOnce(few, behind, kept));
    }
    return all;
  }

  private Uni<Void> atOnce(List<PublishWave.Told> few, Set<UUID> behind, List<CallbackRow> kept) {
    List<Uni<Optional<CallbackRow>>> all = new ArrayList<>();
    for (PublishWave.Told one : few) {
      UUID id = one.event().referralId;
      all.add(copies.write(one.event(), one.facts(), one.message(), behind.contains(id)));
    }
    return Uni.join()
        .all(all)
        .andFailFast()
        .invoke(rows -> rows.forEach(row -> row.ifPresent(kept::add)))
        .replaceWithVoid();
  }
}
