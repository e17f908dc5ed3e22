package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.core.Said;
import org.closedloop.feedback.out.Parked;
import org.closedloop.feedback.out.ParkedClaims;
import org.closedloop.feedback.out.ParkedClaims.Held;
import org.closedloop.feedback.out.ParkedStore;

/**
 * Claims: those of a referral are decided in order, also what comes meanwhile. A replay stops at
 * the first that still cannot be decided. To discard gives up only what cannot be decided: what
 * stands behind it was accepted from its sender and is applied.
 */
@ApplicationScoped
class ClaimReplays implements Replaying {

  private final ParkedClaims claims;
  private final ParkedStore store;
  private final Deciding deciding;

  ClaimReplays(ParkedClaims claims, ParkedStore store, Deciding deciding) {
    this.claims = claims;
    this.store = store;
    this.deciding = deciding;
  }

  @Override
  public ParkedKind kind() {
    return ParkedKind.CLAIM;
  }

  @Override
  public Uni<Outcome> replay(Parked item, OpsRequest request) {
    if (request.dryRun()) {
      return claims.find(item.id()).map(held -> forecast(item, held.orElseThrow()));
    }
    return inOrder(item, request);
  }

  @Override
  public Uni<Outcome> discard(Parked item, OpsRequest request) {
    return inOrder(item, request);
  }

  /** What can be read may be decided; whether it will be, nobody knows before. */
  private static Outcome forecast(Parked item, Held held) {
    return switch (ClaimReading.of(held.value())) {
      case ClaimReading.Readable readable -> Outcome.of(item, Outcome.WOULD_REPLAY, null);
      case ClaimReading.Unreadable unreadable ->
          Outcome.of(item, Outcome.STILL_PARKED, unreadable.rule());
    };
  }

  /** The first item of a referral takes all along; the others read what became of them. */
  private Uni<Outcome> inOrder(Parked item, OpsRequest request) {
    return store
        .find(item.id())
        .map(Optional::orElseThrow)
        .chain(
            now ->
                now.open()
                    ? run(item, request).chain(why -> stands(item, why))
                    : Uni.createFrom().item(Outcome.ofState(now, null)));
  }

  private Uni<Outcome> stands(Parked item, String why) {
    return store.find(item.id()).map(now -> Outcome.ofState(now.orElseThrow(), why));
  }

  /** Empty text when nothing is left; else why the first that is left stays. */
  private Uni<String> run(Parked item, OpsRequest request) {
    Uni<Optional<Held>> next =
        item.key() == null
            ? store
                .find(item.id())
                .chain(
                    now ->
                        now.orElseThrow().open()
                            ? claims.find(item.id())
                            : Uni.createFrom().item(Optional.empty()))
            : claims.first(item.key());
    return next.chain(
        held ->
            held.isEmpty()
                ? Uni.createFrom().item("")
                : one(held.get(), request)
                    .chain(why -> why.isEmpty() ? run(item, request) : Uni.createFrom().item(why)));
  }

  /** Empty text when the claim is resolved; else why it is not. */
  private Uni<String> one(Held held, OpsRequest request) {
    return switch (ClaimReading.of(held.value())) {
      case ClaimReading.Readable(Said said) ->
          deciding
              .decide(said)
              .chain(
                  decided ->
                      decided
                          ? store
                              .replayed(held.id(), Outcome.REPLAYED, request.mark(key(said)))
                              .replaceWith("")
                          : leave(held, request, ClaimsIn.UNDECIDABLE, Optional.of(said.claim())));
      case ClaimReading.Unreadable(String rule, Optional<Claim> claim) ->
          leave(held, request, rule, claim);
    };
  }

  private static String key(Said said) {
    return said.claim().referralId();
  }

  private Uni<String> leave(Held held, OpsRequest request, String why, Optional<Claim> claim) {
    if (request.reason() == null) {
      return Uni.createFrom().item(why);
    }
    Uni<Boolean> told = claim.map(deciding::giveUp).orElseGet(() -> Uni.createFrom().item(true));
    return told.chain(
            () -> store.discarded(held.id(), request.reason(), mark(held, request, claim)))
        .replaceWith("");
  }

  private static String mark(Held held, OpsRequest request, Optional<Claim> claim) {
    return request.mark(claim.map(Claim::referralId).orElse(held.id()));
  }
}
