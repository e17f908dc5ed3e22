package org.closedloop.feedback.in;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.closedloop.feedback.out.Publisher;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.feedback.out.Recorder;
import org.closedloop.feedback.out.UndecidableClaimException;
import org.closedloop.kit.Patience;
import org.jboss.logging.Logger;

/**
 * Carries a recorded revocation out: one decision for each referral that was open, each in a
 * transaction of its own and in the referral's sequence. The claim is acknowledged after the last,
 * so a crash in between does it again; what was decided is then only repeated.
 */
@ApplicationScoped
class Revocations {

  private static final Logger LOG = Logger.getLogger(Revocations.class);
  private static final int RACES = 10;

  private final RecordQueries record;
  private final Recorder recorder;
  private final Publisher publisher;

  Revocations(RecordQueries record, Recorder recorder, Publisher publisher) {
    this.record = record;
    this.recorder = recorder;
    this.publisher = publisher;
  }

  /** Completes when every referral was dealt with; at once for any other claim or a refusal. */
  Uni<Void> carryOut(Claim claim, Ruling ruling) {
    if (claim.kind() != ClaimKind.REVOCATION || !ruling.verdict().accepted()) {
      return Uni.createFrom().voidItem();
    }
    String id = claim.claimId();
    return Patience.untilDone("revocation", id, () -> record.revokedReferrals(id))
        .onItem()
        .transformToMulti(referrals -> Multi.createFrom().iterable(referrals))
        .onItem()
        .transformToUniAndConcatenate(referral -> decide(Claim.consentRevoked(claim, referral)))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> decide(Claim claim) {
    Said said = Said.of(claim, new byte[0]);
    return Patience.untilDone("claim", claim.claimId(), () -> recorded(said))
        .chain(
            ruling -> ruling.map(publisher::publish).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Optional<Ruling>> recorded(Said said) {
    return recorder
        .record(said)
        .onFailure(Races::lost)
        .retry()
        .atMost(RACES)
        .map(Optional::of)
        .onFailure(UndecidableClaimException.class)
        .recoverWithItem(
            e -> {
              LOG.errorf(
                  "undecidable claim=%s referral=%s where=%s",
                  said.claim().claimId(), said.claim().referralId(), e.getMessage());
              return Optional.empty();
            });
  }
}
