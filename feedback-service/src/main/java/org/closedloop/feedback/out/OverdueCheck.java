package org.closedloop.feedback.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closedloop.feedback.core.Timer;
import org.closedloop.feedback.core.Timers;
import org.closedloop.feedback.core.Waiting;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Looks at some referrals, whose rows are locked: raises what is late, clears what is not. */
final class OverdueCheck {

  private final StatelessSession session;
  private final TimersOf timers;
  private final Instant now;
  private final List<OverdueRow> raised = new ArrayList<>();

  OverdueCheck(StatelessSession session, TimersOf timers, Instant now) {
    this.session = session;
    this.timers = timers;
    this.now = now;
  }

  /** Completes with what was raised. */
  Uni<List<OverdueRow>> look(List<ReferralRow> referrals) {
    if (referrals.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<UUID> ids = referrals.stream().map(row -> row.id).toList();
    return waiting(ids)
        .chain(
            waiting ->
                known(ids)
                    .chain(
                        known ->
                            Multi.createFrom()
                                .iterable(referrals)
                                .onItem()
                                .transformToUniAndConcatenate(
                                    row ->
                                        look(
                                            row,
                                            Optional.ofNullable(waiting.get(row.id)),
                                            known.getOrDefault(row.id, List.of())))
                                .onItem()
                                .ignoreAsUni()))
        .replaceWith(raised);
  }

  private Uni<Map<UUID, Waiting>> waiting(List<UUID> ids) {
    return session
        .createQuery(
            "from CallbackRow where referralId in (:ids) and state in ('OPEN', 'PARKED')"
                + " order by sequence desc",
            CallbackRow.class)
        .setParameter("ids", ids)
        .getResultList()
        .map(
            rows -> {
              Map<UUID, Waiting> first = new HashMap<>();
              rows.forEach(row -> first.put(row.referralId, waiting(row)));
              return first;
            });
  }

  private static Waiting waiting(CallbackRow row) {
    return new Waiting(row.createdAt, row.state.equals(CallbackRow.PARKED), row.lastError != null);
  }

  private Uni<Map<UUID, List<OverdueRow>>> known(List<UUID> ids) {
    return session
        .createQuery("from OverdueRow where referralId in (:ids)", OverdueRow.class)
        .setParameter("ids", ids)
        .getResultList()
        .map(rows -> rows.stream().collect(Collectors.groupingBy(row -> row.referralId)));
  }

  private Uni<Void> look(ReferralRow referral, Optional<Waiting> waiting, List<OverdueRow> known) {
    Timers running = timers.of(referral.referral(), waiting);
    List<Timer> late = running.late(now);
    referral.overdue = !late.isEmpty();
    referral.checkAt = running.next(now).orElse(null);
    Uni<Void> all = session.update(referral);
    for (Timer timer : late) {
      all = all.chain(() -> raise(referral, timer, known));
    }
    for (OverdueRow row : known) {
      boolean still = late.stream().anyMatch(timer -> timer.stage().word().equals(row.stage));
      if (row.open() && !still) {
        row.clear(now);
        all = all.chain(() -> session.update(row));
      }
    }
    return all;
  }

  private Uni<Void> raise(ReferralRow referral, Timer timer, List<OverdueRow> known) {
    Optional<OverdueRow> before =
        known.stream().filter(row -> row.stage.equals(timer.stage().word())).findFirst();
    if (before.isEmpty()) {
      OverdueRow row = OverdueRow.raised(referral, timer, now);
      raised.add(row);
      return session.insert(row);
    }
    OverdueRow row = before.get();
    if (row.says(timer)) {
      return Uni.createFrom().voidItem();
    }
    row.raise(timer, now);
    raised.add(row);
    return session.update(row);
  }
}
