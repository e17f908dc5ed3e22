package org.closedloop.router.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.kit.Patience;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.RecordSender;
import org.closedloop.router.core.Destination.Undeliverable;
import org.jboss.logging.Logger;

/**
 * Writes what follows from a decision: the filtered message, and the claim that it is on its way.
 * The claim is sent just before, since the program may have the package in a few milliseconds, and
 * what it says then stands on record behind. Waits out a broken broker; completes when both are
 * acknowledged, and only then the decision is: after a crash both are sent again.
 */
@ApplicationScoped
public class RouterOut {

  private static final Logger LOG = Logger.getLogger(RouterOut.class);

  private static final byte[] NO_MESSAGE = new byte[0];

  private final RecordSender sender;
  private final RoutingMeter meter;
  private final Clock clock;

  RouterOut(RecordSender sender, RoutingMeter meter, Clock clock) {
    this.sender = sender;
    this.meter = meter;
    this.clock = clock;
  }

  /** Puts a message on the topic of its use case; for the package itself also claims ROUTED. */
  public Uni<Void> route(Routed routed, Filtered filtered) {
    Uni<Void> sent =
        send("routed", routed.referralId(), HubRecords.routed(routed, filtered.bytes()));
    return (routed.referral() ? both(claimRouted(routed, filtered), sent) : sent)
        .invoke(() -> told(routed));
  }

  private static Uni<Void> both(Uni<Void> first, Uni<Void> second) {
    return Uni.join().all(first, second).andCollectFailures().replaceWithVoid();
  }

  /** Claims that a package can never be handed over. */
  public Uni<Void> undeliverable(Undeliverable never) {
    Claim claim =
        Claim.ofHub(
            ClaimKind.UNDELIVERABLE,
            never.referralId(),
            List.of(),
            never.reason(),
            clock.instant());
    return send("undeliverable", never.referralId(), HubRecords.claim(claim, NO_MESSAGE))
        .invoke(() -> meter.undeliverable(never.reason()));
  }

  private void told(Routed routed) {
    meter.routed(routed.useCase(), routed.decidedAt(), clock.instant());
    LOG.infof(
        "routed referral=%s sequence=%d usecase=%s program=%s",
        routed.referralId(), routed.sequence(), routed.useCase(), routed.program());
  }

  private Uni<Void> claimRouted(Routed routed, Filtered filtered) {
    Claim claim =
        Claim.ofHub(
            ClaimKind.ROUTED, routed.referralId(), filtered.withheld(), null, clock.instant());
    return send("routed-claim", routed.referralId(), HubRecords.claim(claim, NO_MESSAGE));
  }

  private Uni<Void> send(String what, String referralId, HubRecord record) {
    return Patience.untilDone(what, referralId, () -> sender.send(record));
  }
}
