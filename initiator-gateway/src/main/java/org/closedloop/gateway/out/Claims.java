package org.closedloop.gateway.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.kit.HubConfig;
import org.closedloop.kit.desk.ClaimDesk;

/** Hands a claim in and waits as long as a caller may be kept waiting. */
@ApplicationScoped
public class Claims {

  private final ClaimDesk desk;
  private final HubConfig config;

  Claims(ClaimDesk desk, HubConfig config) {
    this.desk = desk;
    this.config = config;
  }

  /**
   * Hands a claim in.
   *
   * @param payload the message it is about; empty when there is none
   * @return empty when the broker has it and it is still undecided; fails when broker or
   *     feedback-service cannot be reached
   */
  public Uni<Optional<Verdict>> ask(Claim claim, byte[] payload) {
    return desk.claim(claim, payload)
        .chain(() -> desk.await(claim.claimId(), config.answerWithin()));
  }
}
