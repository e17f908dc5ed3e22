package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.desk.RecordReader;

/**
 * Asks the record before a late package is handed over or first fetched. The journal normally
 * brings a revocation long before that, but an adapter that was down may lease a package sooner
 * than it has read what the journal says. Without an answer nothing is sent.
 */
@ApplicationScoped
class OpenReferrals {

  private static final Optional<AttemptResult> NOTHING = Optional.empty();
  private static final AttemptResult REFERRAL_ENDED = new AttemptResult.Hindered("referral-ended");
  private static final AttemptResult RECORD_UNREACHABLE =
      new AttemptResult.Hindered("record-unreachable");
  private static final Set<String> ENDED = Set.of("rejected", "cancelled");

  private static final String UNDELIVERABLE = Delivery.UNDELIVERABLE.name();

  private final RecordReader record;
  private final ConsentStore consents;
  private final ParkedStore parked;
  private final Clock clock;
  private final Duration askAfter;

  OpenReferrals(
      RecordReader record,
      ConsentStore consents,
      ParkedStore parked,
      Clock clock,
      AdapterConfig config) {
    this.record = record;
    this.consents = consents;
    this.parked = parked;
    this.clock = clock;
    this.askAfter = config.askAfter();
  }

  /** Empty when the parcel may be handed over, else what came of it instead; never fails. */
  Uni<Optional<AttemptResult>> check(Parcel parcel) {
    return mayGo(parcel)
        .map(may -> may ? NOTHING : Optional.of(REFERRAL_ENDED))
        .onFailure()
        .recoverWithItem(Optional.of(RECORD_UNREACHABLE));
  }

  /** Whether a parcel may leave the hub, by whatever way; fails when the record cannot be asked. */
  Uni<Boolean> mayGo(Parcel parcel) {
    return late(parcel)
        ? record
            .task(parcel.program(), parcel.referralId())
            .chain(task -> ended(task) ? stop(parcel, task) : Uni.createFrom().item(true))
        : Uni.createFrom().item(true);
  }

  private boolean late(Parcel parcel) {
    return parcel.referral()
        && parcel.decidedAt() != null
        && parcel.decidedAt().plus(askAfter).isBefore(clock.instant());
  }

  /** The record says rejected or cancelled although the program never had it. */
  private static boolean ended(Optional<TaskView> task) {
    return task.map(TaskView::status).filter(ENDED::contains).isPresent();
  }

  /** Noted as the journal would; the package goes back into the queue and is withdrawn from it. */
  private Uni<Boolean> stop(Parcel parcel, Optional<TaskView> task) {
    boolean givenUp = task.map(TaskView::delivery).filter(UNDELIVERABLE::equals).isPresent();
    return givenUp
        ? parked.giveUp(parcel.referralId(), Long.MAX_VALUE).replaceWith(false)
        : consents.revoked(List.of(parcel.referralId())).replaceWith(false);
  }
}
