package org.closedloop.gateway.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.kit.HubConfig;
import org.closedloop.kit.desk.ClaimDesk;
import org.jboss.logging.Logger;

/** Hands claims in and waits for their verdicts, for both doors. */
@ApplicationScoped
public class Claims {

  private static final Logger LOG = Logger.getLogger(Claims.class);

  private final ClaimDesk desk;
  private final HubConfig config;

  Claims(ClaimDesk desk, HubConfig config) {
    this.desk = desk;
    this.config = config;
  }

  /**
   * Hands a claim in for a caller who can be kept waiting for a while only.
   *
   * @param payload the message it is about; empty when there is none
   * @return empty when the broker has it and it is still undecided; fails when broker or
   *     feedback-service cannot be reached
   */
  public Uni<Optional<Verdict>> ask(Claim claim, byte[] payload) {
    return handIn(claim, payload).chain(() -> desk.await(claim.claimId(), config.answerWithin()));
  }

  /**
   * Hands a claim in; completes when the broker has it, fails when it does not answer. To be
   * followed by {@link #decided}.
   */
  public Uni<Void> handIn(Claim claim, byte[] payload) {
    return desk.claim(claim, payload)
        .invoke(
            () ->
                LOG.infof(
                    "claimed kind=%s referral=%s claim=%s party=%s",
                    claim.kind(), claim.referralId(), claim.claimId(), claim.party()));
  }

  /** The verdict of a claim that was handed in, as long as it takes. */
  public Uni<Verdict> decided(Claim claim) {
    return desk.awaitDecided(claim.claimId());
  }
}
