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
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.desk.RecordReader;

/**
 * Asks the record before a late package is handed over. The journal normally brings a revocation
 * long before that, but an adapter that was down may lease a package sooner than it has read what
 * the journal says. Without an answer nothing is sent.
 */
@ApplicationScoped
class OpenReferrals {

  private static final Set<String> ENDED = Set.of("rejected", "cancelled");

  private final RecordReader record;
  private final ConsentStore consents;
  private final Clock clock;
  private final Duration askAfter;

  OpenReferrals(RecordReader record, ConsentStore consents, Clock clock, AdapterConfig config) {
    this.record = record;
    this.consents = consents;
    this.clock = clock;
    this.askAfter = config.askAfter();
  }

  /** Empty when the parcel may be handed over, else what came of it instead; never fails. */
  Uni<Optional<AttemptResult>> check(Parcel parcel) {
    return late(parcel)
        ? ask(parcel)
            .onFailure()
            .recoverWithItem(Optional.of(new AttemptResult.NotTaken("record-unreachable", false)))
        : Uni.createFrom().item(Optional.empty());
  }

  private boolean late(Parcel parcel) {
    return parcel.referral()
        && parcel.decidedAt() != null
        && parcel.decidedAt().plus(askAfter).isBefore(clock.instant());
  }

  private Uni<Optional<AttemptResult>> ask(Parcel parcel) {
    return record
        .task(parcel.program(), parcel.referralId())
        .chain(task -> ended(task) ? stop(parcel) : Uni.createFrom().item(Optional.empty()));
  }

  /** The record says rejected or cancelled although the program never had it. */
  private static boolean ended(Optional<TaskView> task) {
    return task.map(TaskView::status).filter(ENDED::contains).isPresent();
  }

  /** Noted as the journal would; the package goes back into the queue and is withdrawn from it. */
  private Uni<Optional<AttemptResult>> stop(Parcel parcel) {
    return consents
        .revoked(List.of(parcel.referralId()))
        .replaceWith(Optional.of(new AttemptResult.NotTaken("referral-ended", false)));
  }
}
