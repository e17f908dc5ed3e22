package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import org.closedloop.adapter.core.DeliveryState;

/** The filtered packages, for a program that fetches (channel PULL). */
@ApplicationScoped
public class PackageStore {

  /** After a revocation nothing is given out again; after mere expiry what was delivered is. */
  private static final String OPEN_PACKAGE =
      "from DeliveryRow d where referralId = :referral and program = :program and referral = true"
          + " and state in ('waiting', 'leased', 'parked', 'delivered')"
          + " and (state = 'delivered' or consentUntil is null or consentUntil > :now)"
          + " and not exists (select 1 from RevokedRow r where r.referralId = d.referralId)"
          + " and not exists (select 1 from GivenUpRow g where g.referralId = d.referralId"
          + " and g.upTo >= d.sequence and d.state <> 'delivered')";

  private static final String UNDELIVERED =
      "from DeliveryRow where referralId = :referral and program = :program and referral = true"
          + " and state in ('waiting', 'leased', 'parked')";

  private final Db db;
  private final OpenReferrals open;
  private final Carrier carrier;
  private final Claims claims;
  private final Clock clock;

  PackageStore(Db db, OpenReferrals open, Carrier carrier, Claims claims, Clock clock) {
    this.db = db;
    this.open = open;
    this.carrier = carrier;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * The package of a referral, noted as fetched before it is given out: where the hub does not send
   * by itself that is the delivery, elsewhere it can no longer be taken back.
   *
   * @return empty when there is none for this program, it was withdrawn, or the consent is gone;
   *     fails when a late package cannot be asked about
   */
  public Uni<Optional<byte[]>> fetch(String program, String referralId) {
    return undelivered(program, referralId)
        .chain(parcel -> parcel.map(open::mayGo).orElseGet(() -> Uni.createFrom().item(true)))
        .chain(may -> may ? give(program, referralId) : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<Parcel>> undelivered(String program, String referralId) {
    return db.inTransaction(
        session ->
            session
                .createSelectionQuery(UNDELIVERED, DeliveryRow.class)
                .setParameter("referral", referralId)
                .setParameter("program", program)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> found.parcel(0))));
  }

  private Uni<Optional<byte[]>> give(String program, String referralId) {
    return db.inTransaction(
            session ->
                session
                    .createSelectionQuery(OPEN_PACKAGE, DeliveryRow.class)
                    .setParameter("referral", referralId)
                    .setParameter("program", program)
                    .setParameter("now", clock.instant())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getSingleResultOrNull()
                    .map(Optional::ofNullable)
                    .invoke(found -> found.ifPresent(row -> fetched(row, program))))
        .invoke(found -> claims.say(found.map(DeliveryRow::claimDue).stream().toList()))
        .map(found -> found.map(DeliveryRow::message));
  }

  /** Where the hub does not send by itself, or has stopped trying, fetching is the delivery. */
  private void fetched(DeliveryRow row, String program) {
    if (row.is(DeliveryState.PARKED)) {
      row.delivered(clock.instant());
    } else if (carrier.sendsTo(program)) {
      row.fetched();
    } else if (row.is(DeliveryState.WAITING)) {
      row.delivered(clock.instant());
    }
  }
}
