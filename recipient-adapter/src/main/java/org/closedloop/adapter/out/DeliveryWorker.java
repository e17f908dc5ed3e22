package org.closedloop.adapter.out;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.kit.Patience;
import org.jboss.logging.Logger;

/**
 * Takes messages out of the queues and hands them over. Woken right after a commit, so that no poll
 * stands on the fast path; a sweep finds what is due again and what a dead worker left behind.
 */
@ApplicationScoped
public class DeliveryWorker {

  private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

  private final Map<String, ProgramLane> lanes = new ConcurrentHashMap<>();
  private final AtomicBoolean sweeping = new AtomicBoolean();
  private final DeliveryStore store;
  private final Carrier carrier;
  private final Claims claims;
  private final OpenAnswers openAnswers;
  private final ConsentStore consents;
  private final OpenReferrals open;
  private final AdapterConfig config;
  private long timer;

  DeliveryWorker(
      DeliveryStore store,
      Carrier carrier,
      Claims claims,
      OpenAnswers openAnswers,
      ConsentStore consents,
      OpenReferrals open,
      AdapterConfig config) {
    this.store = store;
    this.carrier = carrier;
    this.claims = claims;
    this.openAnswers = openAnswers;
    this.consents = consents;
    this.open = open;
    this.config = config;
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    timer = vertx.setPeriodic(config.sweepEvery().toMillis(), tick -> sweep());
  }

  /** Nothing is begun any more; what is on its way is found again by its lease. */
  void stop(@Observes ShutdownEvent event, Vertx vertx) {
    vertx.cancelTimer(timer);
  }

  /** Acts on what was just committed. */
  void follow(Consequences consequences) {
    claims.say(consequences.claims());
    consequences.programs().forEach(this::wake);
  }

  private void sweep() {
    if (sweeping.compareAndSet(false, true)) {
      store
          .duePrograms()
          .invoke(programs -> programs.forEach(this::wake))
          .chain(consents::withdrawEnded)
          .invoke(this::follow)
          .chain(claims::sweep)
          .chain(openAnswers::sweep)
          .eventually(() -> sweeping.set(false))
          .subscribe()
          .with(done -> {}, e -> LOG.warnf("sweep failed error=%s", e.getClass().getName()));
    }
  }

  private void wake(String program) {
    if (!carrier.sendsTo(program)) {
      return;
    }
    ProgramLane lane =
        lanes.computeIfAbsent(program, id -> new ProgramLane(config.placesPerProgram()));
    int places = lane.beginLooking();
    if (places > 0) {
      store
          .lease(program, places)
          .subscribe()
          .with(parcels -> found(lane, program, parcels), e -> lookFailed(lane, program, e));
    }
  }

  private void found(ProgramLane lane, String program, List<Parcel> parcels) {
    boolean again = lane.endLooking(parcels.size());
    parcels.forEach(parcel -> handOver(lane, parcel));
    if (again) {
      wake(program);
    }
  }

  /** The sweep will look again. */
  private static void lookFailed(ProgramLane lane, String program, Throwable e) {
    lane.endLooking(0);
    LOG.warnf("lease failed party=%s error=%s", program, e.getClass().getName());
  }

  private void handOver(ProgramLane lane, Parcel parcel) {
    open.check(parcel)
        .chain(no -> no.map(Uni.createFrom()::item).orElseGet(() -> carrier.attempt(parcel)))
        .invoke(result -> log(parcel, result))
        .chain(result -> note(parcel, result))
        .eventually(lane::free)
        .subscribe()
        .with(
            done -> wake(parcel.program()),
            e -> LOG.errorf("hand-over failed error=%s", e.getClass().getName()));
  }

  private Uni<Void> note(Parcel parcel, AttemptResult result) {
    return Patience.untilDone("delivery", parcel.referralId(), () -> store.finish(parcel, result))
        .invoke(claim -> claims.say(claim.stream().toList()))
        .replaceWithVoid();
  }

  private static void log(Parcel parcel, AttemptResult result) {
    LOG.infof(
        "attempt referral=%s sequence=%d party=%s attempt=%d result=%s",
        parcel.referralId(), parcel.sequence(), parcel.program(), parcel.attempts(), word(result));
  }

  private static String word(AttemptResult result) {
    return switch (result) {
      case AttemptResult.HandedOver() -> "delivered";
      case AttemptResult.NotTaken(String word, boolean maybe) -> word;
      case AttemptResult.Refused(String word) -> word;
    };
  }
}
