package org.closedloop.feedback.in;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.out.Parked;
import org.closedloop.feedback.out.ParkedCallbacks;
import org.closedloop.feedback.out.ParkedStore;
import org.closedloop.kit.Draining;
import org.jboss.logging.Logger;

/**
 * Carries operators' requests out, item by item: claims first, since the rest may follow from them,
 * and else in the order in which they were parked.
 */
@ApplicationScoped
public class Operators {

  /** How many items one request deals with. */
  static final int AT_ONCE = 500;

  private static final Logger LOG = Logger.getLogger(Operators.class);

  private final ParkedStore store;
  private final ParkedCallbacks callbacks;
  private final Draining draining;
  private final Map<String, Replaying> byKind;

  Operators(
      ParkedStore store,
      ParkedCallbacks callbacks,
      Draining draining,
      @All List<Replaying> replaying) {
    this.store = store;
    this.callbacks = callbacks;
    this.draining = draining;
    this.byKind =
        replaying.stream().collect(Collectors.toMap(r -> r.kind().word(), Function.identity()));
  }

  /** All that is parked, the longest first. */
  public Uni<List<Parked>> open(UUID target, String kind, int limit) {
    Uni<List<Parked>> queued =
        kind == null || kind.equals(ParkedKind.CALLBACK.word())
            ? callbacks.open(target, limit)
            : Uni.createFrom().item(List.of());
    return store
        .open(target, kind, limit)
        .chain(
            kept ->
                queued.map(
                    more ->
                        Stream.concat(kept.stream(), more.stream())
                            .sorted(Comparator.comparing(Parked::parkedAt))
                            .limit(limit)
                            .toList()));
  }

  /**
   * Carries a request out. The same request about the same referral a second time only says what
   * became of the first.
   *
   * @param target a referral, or one item by its id; null for all
   */
  public Uni<List<Outcome>> carryOut(UUID target, OpsRequest request) {
    Uni<List<Parked>> before =
        target == null || request.dryRun()
            ? Uni.createFrom().item(List.of())
            : store.resolvedBy(request.mark(target.toString()));
    return before.chain(
        done ->
            done.isEmpty()
                ? draining.run(() -> now(target, request))
                : Uni.createFrom()
                    .item(done.stream().map(item -> Outcome.ofState(item, null)).toList()));
  }

  private Uni<List<Outcome>> now(UUID target, OpsRequest request) {
    return open(target, null, AT_ONCE)
        .onItem()
        .transformToMulti(items -> Multi.createFrom().iterable(claimsFirst(items)))
        .onItem()
        .transformToUniAndConcatenate(item -> one(item, request))
        .collect()
        .asList();
  }

  private static List<Parked> claimsFirst(List<Parked> items) {
    Comparator<Parked> claims =
        Comparator.comparing(item -> !item.kind().equals(ParkedKind.CLAIM.word()));
    return items.stream().sorted(claims).toList();
  }

  private Uni<Outcome> one(Parked item, OpsRequest request) {
    Replaying replaying = byKind.get(item.kind());
    Uni<Outcome> outcome =
        request.kind() == ClaimKind.REPLAY
            ? replaying.replay(item, request)
            : replaying.discard(item, request);
    return outcome.invoke(done -> log(done, request));
  }

  private static void log(Outcome outcome, OpsRequest request) {
    LOG.infof(
        "operator request=%s dryRun=%s item=%s referral=%s kind=%s result=%s",
        request.kind(),
        request.dryRun(),
        outcome.item(),
        outcome.referral(),
        outcome.kind(),
        outcome.result());
  }
}
