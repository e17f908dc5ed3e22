package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Packages whose consent is at an end: not leased any more ({@link DeliveryStore#lease} asks the
 * same), and taken out of the queue here. What is on its way at that moment was leased before; if
 * that attempt fails, the package is found here the next time.
 */
@ApplicationScoped
public class ConsentStore {

  /** True for a row {@code one} of table delivery whose consent holds no more. */
  static final String ENDED =
      """
      (coalesce(one.consent_until <= now(), false) or exists (
        select 1 from consent_revoked gone where gone.referral_id = one.referral_id))
      """;

  private static final String NOTE =
      "insert into consent_revoked (referral_id) values (:referral) on conflict do nothing";

  private static final String WITHDRAW =
      """
      update delivery set
        state = 'withdrawn',
        maybe_arrived = maybe_arrived or state = 'leased',
        leased_until = null,
        claim_due = 'WITHDRAWN',
        claim_reason = case when consent_until <= now()
          then 'consent-expired' else 'consent-revoked' end,
        changed_at = now()
      where id in (
        select one.id from delivery one
        where one.is_referral
          and (one.state in ('waiting', 'parked')
            or one.state = 'leased' and one.leased_until < now())
          and\040\
      """
          + ENDED
          + """
            for update skip locked)
          returning *
          """;

  private final Db db;

  ConsentStore(Db db) {
    this.db = db;
  }

  /**
   * Notes for good that the consent to these referrals was revoked, and takes their packages out.
   */
  Uni<Consequences> revoked(List<String> referralIds) {
    return db.inTransaction(
        session -> {
          Uni<Integer> noted = Uni.createFrom().item(0);
          for (String id : referralIds) {
            noted = noted.chain(() -> note(session, id));
          }
          return noted.chain(() -> withdraw(session));
        });
  }

  /** Takes out every package whose consent is at an end and that nobody is handing over. */
  Uni<Consequences> withdrawEnded() {
    return db.inTransaction(ConsentStore::withdraw);
  }

  private static Uni<Integer> note(Mutiny.Session session, String referralId) {
    return session.createNativeQuery(NOTE).setParameter("referral", referralId).executeUpdate();
  }

  private static Uni<Consequences> withdraw(Mutiny.Session session) {
    return session
        .createNativeQuery(WITHDRAW, DeliveryRow.class)
        .getResultList()
        .map(rows -> new Consequences(Set.of(), rows.stream().map(DeliveryRow::claimDue).toList()));
  }
}
