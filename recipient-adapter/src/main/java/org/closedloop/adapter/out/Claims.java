package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.closedloop.kit.Draining;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.RecordSender;
import org.jboss.logging.Logger;

/**
 * Tells feedback-service what became of a package. The claim is noted with what caused it and
 * struck out when the broker has it; the sweep says again what a crash left behind. Saying it twice
 * is harmless: each claim has one id.
 */
@ApplicationScoped
public class Claims {

  private static final Logger LOG = Logger.getLogger(Claims.class);

  private final ClaimsDue due;
  private final RecordSender sender;
  private final Draining draining;
  private final Clock clock;

  Claims(ClaimsDue due, RecordSender sender, Draining draining, Clock clock) {
    this.due = due;
    this.sender = sender;
    this.draining = draining;
    this.clock = clock;
  }

  /** Says claims in order, right after their transaction; what fails is left to the sweep. */
  void say(List<ClaimDue> claims) {
    if (!claims.isEmpty()) {
      draining
          .finish(() -> sayAll(claims))
          .subscribe()
          .with(done -> {}, e -> LOG.warnf("claims not sent error=%s", e.getClass().getName()));
    }
  }

  /** Says what was left behind, page by page; attempts first, since they came first. */
  Uni<Void> sweep() {
    return pages(due::attempts).chain(() -> pages(due::ofDeliveries));
  }

  private Uni<Void> pages(Supplier<Uni<List<ClaimDue>>> next) {
    return next.get()
        .chain(
            page ->
                sayAll(page)
                    .chain(
                        () ->
                            page.size() < ClaimsDue.AT_A_TIME
                                ? Uni.createFrom().voidItem()
                                : pages(next)));
  }

  /** Each is said after the one before it; what is said is struck out meanwhile. */
  private Uni<Void> sayAll(List<ClaimDue> claims) {
    if (claims.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return send(claims.get(0))
        .chain(() -> strikeAndSay(claims.get(0), claims.subList(1, claims.size())));
  }

  private Uni<Void> strikeAndSay(ClaimDue said, List<ClaimDue> rest) {
    return rest.isEmpty()
        ? due.strike(said)
        : Uni.join().all(due.strike(said), sayAll(rest)).andCollectFailures().replaceWithVoid();
  }

  private Uni<Void> send(ClaimDue claim) {
    return sender
        .send(HubRecords.claim(claim.claim(clock.instant()), null))
        .invoke(() -> LOG.infof("claimed kind=%s referral=%s", claim.kind(), claim.referralId()));
  }
}
