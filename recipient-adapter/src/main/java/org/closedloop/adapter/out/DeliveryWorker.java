package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.kit.Draining;
import org.closedloop.kit.Patience;
import org.jboss.logging.Logger;

/**
 * Takes messages out of the queues and hands them over. Woken right after a commit, so that no poll
 * stands on the fast path; {@link Sweeper} finds what is due again.
 */
@ApplicationScoped
public class DeliveryWorker {

  private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

  private final DeliveryStore store;
  private final AttemptStore attempts;
  private final Carrier carrier;
  private final Lanes lanes;
  private final Claims claims;
  private final OpenReferrals open;
  private final Draining draining;

  DeliveryWorker(
      DeliveryStore store,
      AttemptStore attempts,
      Carrier carrier,
      Lanes lanes,
      Claims claims,
      OpenReferrals open,
      Draining draining) {
    this.store = store;
    this.attempts = attempts;
    this.carrier = carrier;
    this.lanes = lanes;
    this.claims = claims;
    this.open = open;
    this.draining = draining;
  }

  /** Acts on what was just committed. */
  void follow(Consequences consequences) {
    claims.say(consequences.claims());
    consequences.programs().forEach(this::wake);
  }

  /** Acts on an operator's word: it goes before what the program asked for. */
  void followAtOnce(Consequences consequences) {
    consequences.programs().forEach(program -> lanes.of(program).endQuiet());
    follow(consequences);
  }

  /** Looks for what is due for a program. */
  void wake(String program) {
    if (!carrier.sendsTo(program)) {
      return;
    }
    ProgramLane lane = lanes.of(program);
    int places = lane.beginLooking(Lanes.time());
    if (places > 0) {
      draining
          .run(() -> store.lease(program, places).invoke(parcels -> found(lane, program, parcels)))
          .subscribe()
          .with(done -> {}, e -> lookFailed(lane, program, e));
    }
  }

  private void found(ProgramLane lane, String program, List<Parcel> parcels) {
    boolean again = lane.endLooking(parcels.size());
    parcels.forEach(this::handOver);
    if (again) {
      wake(program);
    }
  }

  private static void lookFailed(ProgramLane lane, String program, Throwable e) {
    lane.lookFailed();
    LOG.warnf("lease failed party=%s error=%s", program, e.getClass().getName());
  }

  /** Hands over what has a place in the lane of its program; then the place is free. */
  void handOver(Parcel parcel) {
    ProgramLane lane = lanes.of(parcel.program());
    draining
        .finish(() -> carry(lane, parcel))
        .eventually(lane::free)
        .subscribe()
        .with(
            more -> next(lane, parcel.program(), more),
            e -> LOG.errorf("hand-over failed error=%s", e.getClass().getName()));
  }

  /** Only where something may have become due: looking costs more than handing over. */
  private void next(ProgramLane lane, String program, boolean more) {
    if (more || lane.mayHaveMore()) {
      wake(program);
    }
  }

  private Uni<Boolean> carry(ProgramLane lane, Parcel parcel) {
    return open.check(parcel)
        .chain(no -> no.map(Uni.createFrom()::item).orElseGet(() -> carrier.attempt(parcel)))
        .invoke(result -> lane.learn(result, Lanes.time()))
        .invoke(result -> log(parcel, result))
        .chain(result -> note(parcel, result));
  }

  private Uni<Boolean> note(Parcel parcel, AttemptResult result) {
    return Patience.untilDone(
            "delivery", parcel.referralId(), () -> attempts.finish(parcel, result))
        .invoke(concluded -> claims.say(concluded.claims()))
        .map(Concluded::more);
  }

  private static void log(Parcel parcel, AttemptResult result) {
    LOG.infof(
        "attempt referral=%s sequence=%d party=%s attempt=%d result=%s",
        parcel.referralId(), parcel.sequence(), parcel.program(), parcel.attempts(), result.word());
  }
}
