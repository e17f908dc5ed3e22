package org.closedloop.kit.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.kit.Patience;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.RecordSender;

/**
 * Where a door of the hub hands in a claim and waits for the verdict. {@code referral.verdicts} is
 * best effort: what does not come by it is asked of feedback-service.
 *
 * <p>{@link #claim} begins to wait before it sends, so that no verdict is missed; it must be
 * followed by exactly one {@link #await} or {@link #awaitDecided} unless it failed.
 */
@ApplicationScoped
public class ClaimDesk {

  private static final Duration ASK_AGAIN = Duration.ofSeconds(3);

  private final RecordSender sender;
  private final RecordReader reader;
  private final Waiters waiters = new Waiters();

  ClaimDesk(RecordSender sender, RecordReader reader) {
    this.sender = sender;
    this.reader = reader;
  }

  /**
   * Hands in a claim. Completes when the broker has acknowledged it with all replicas: only then
   * may anybody be told that it was taken.
   */
  public Uni<Void> claim(Claim claim, byte[] payload) {
    return Uni.createFrom()
        .deferred(
            () -> {
              waiters.join(claim.claimId());
              return sender.send(HubRecords.claim(claim, payload));
            })
        .onFailure()
        .invoke(() -> waiters.leave(claim.claimId()));
  }

  /**
   * Waits for a verdict.
   *
   * @param limit how long to wait before feedback-service is asked once
   * @return empty when still undecided; fails when feedback-service could not be asked
   */
  public Uni<Optional<Verdict>> await(String claimId, Duration limit) {
    return within(claimId, limit).eventually(() -> waiters.leave(claimId));
  }

  /** Waits for a verdict as long as it takes, whatever breaks meanwhile. */
  public Uni<Verdict> awaitDecided(String claimId) {
    return Patience.untilDone(
            "verdict",
            claimId,
            () ->
                within(claimId, ASK_AGAIN)
                    .map(found -> found.orElseThrow(StillUndecidedException::new)))
        .eventually(() -> waiters.leave(claimId));
  }

  /** Takes in a verdict that came by {@code referral.verdicts}. */
  public void decided(Verdict verdict) {
    waiters.decided(verdict);
  }

  private Uni<Optional<Verdict>> within(String claimId, Duration limit) {
    return Uni.createFrom()
        .completionStage(() -> waiters.of(claimId))
        .map(Optional::of)
        .ifNoItem()
        .after(limit)
        .recoverWithUni(() -> reader.verdict(claimId));
  }

  /** Makes {@link Patience} ask again. */
  private static final class StillUndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StillUndecidedException() {
      super("undecided", null, false, false);
    }
  }
}
