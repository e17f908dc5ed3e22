package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.codec.CodecException;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.out.Ids;
import org.closedloop.feedback.out.Parked;
import org.closedloop.feedback.out.ParkedStore;
import org.closedloop.feedback.out.ParkedTotals;
import org.closedloop.kit.auth.Access;
import org.closedloop.kit.auth.Tokens;
import org.closedloop.kit.http.Answers;

/** What waits for a person: looked at, replayed, discarded. For a token of role ops; JSON. */
@Path("/ops/parked")
public class ParkedResource {

  private static final String ALL = "all";
  private static final int LIMIT = 1000;
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

  private final Operators operators;
  private final ParkedStore store;
  private final Tokens tokens;
  private final Clock clock;

  ParkedResource(Operators operators, ParkedStore store, Tokens tokens, Clock clock) {
    this.operators = operators;
    this.store = store;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * What is parked, the longest first.
   *
   * @param referral only of this referral, or this item
   * @param kind only of this kind
   * @param limit how many items at most, 1 to 1000
   * @param resolved true for what was replayed or discarded instead, the latest first
   */
  @GET
  public Uni<Response> list(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("referral") String referral,
      @QueryParam("kind") String kind,
      @QueryParam("limit") @DefaultValue("200") int limit,
      @QueryParam("resolved") @DefaultValue("false") boolean resolved) {
    Optional<UUID> target = Ids.uuid(referral);
    boolean understood =
        (referral == null || target.isPresent())
            && (kind == null || known(kind))
            && limit >= 1
            && limit <= LIMIT;
    return guarded(
        authorization,
        () ->
            !understood
                ? notUnderstood("referral, kind or limit")
                : resolved
                    ? store.resolved(target.orElse(null), limit).map(this::page)
                    : open(target.orElse(null), kind, limit));
  }

  /**
   * Takes up again what is parked of a referral; {@code all} for everything.
   *
   * @param dryRun only says what would happen
   */
  @POST
  @Path("{target}/replay")
  public Uni<Response> replay(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam("X-Request-ID") String requestId,
      @PathParam("target") String target,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
    OpsRequest request = new OpsRequest(ClaimKind.REPLAY, id(requestId), null, dryRun);
    return guarded(authorization, () -> carryOut(target, request));
  }

  /**
   * Gives up what is parked of a referral.
   *
   * @param body {@code {"reason": "code-word"}}
   */
  @POST
  @Path("{target}/discard")
  public Uni<Response> discard(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam("X-Request-ID") String requestId,
      @PathParam("target") String target,
      byte[] body) {
    return guarded(
        authorization,
        () ->
            reason(body)
                .map(
                    word ->
                        carryOut(
                            target, new OpsRequest(ClaimKind.DISCARD, id(requestId), word, false)))
                .orElseGet(() -> notUnderstood("reason: a code word like wrong-program")));
  }

  private Uni<Response> carryOut(String target, OpsRequest request) {
    Optional<UUID> id = Ids.uuid(target);
    boolean all = target.equals(ALL) && request.kind() == ClaimKind.REPLAY;
    if (id.isEmpty() && !all) {
      return notUnderstood("the referral");
    }
    return operators
        .carryOut(id.orElse(null), request)
        .map(
            items ->
                items.isEmpty() && !all
                    ? Answers.refused(
                        404, "nothing-parked", "not-found", "Nothing is parked of this referral.")
                    : JsonAnswer.of(RecordJson.write(OpsAnswer.of(target, request, items))));
  }

  private Uni<Response> open(UUID target, String kind, int limit) {
    return operators
        .open(target, kind, limit)
        .chain(items -> store.totals(target, kind).map(totals -> page(items, totals)));
  }

  /** The totals know nothing of callbacks, which are few. */
  private Response page(List<Parked> items, ParkedTotals totals) {
    List<Parked> callbacks =
        items.stream().filter(i -> i.kind().equals(ParkedKind.CALLBACK.word())).toList();
    Instant oldest =
        Stream.concat(Stream.ofNullable(totals.oldest()), callbacks.stream().map(Parked::parkedAt))
            .min(Instant::compareTo)
            .orElse(null);
    long bytes = totals.bytes() + callbacks.stream().mapToLong(Parked::size).sum();
    return JsonAnswer.of(
        RecordJson.write(
            ParkedPage.of(
                items, totals.count() + callbacks.size(), bytes, oldest, clock.instant())));
  }

  private Response page(List<Parked> items) {
    long bytes = items.stream().mapToLong(Parked::size).sum();
    return JsonAnswer.of(
        RecordJson.write(ParkedPage.of(items, items.size(), bytes, null, clock.instant())));
  }

  private static boolean known(String kind) {
    return Arrays.stream(ParkedKind.values()).anyMatch(one -> one.word().equals(kind));
  }

  private static String id(String requestId) {
    return requestId == null || requestId.isBlank() ? UUID.randomUUID().toString() : requestId;
  }

  private static Optional<String> reason(byte[] body) {
    try {
      return Optional.ofNullable(RecordJson.read(body, Discard.class))
          .map(Discard::reason)
          .filter(word -> WORD.matcher(word).matches());
    } catch (CodecException e) {
      return Optional.empty();
    }
  }

  private static Uni<Response> notUnderstood(String what) {
    return Uni.createFrom()
        .item(Answers.refused(400, "not-understood", "value", "Not understood: " + what + "."));
  }

  private Uni<Response> guarded(String authorization, Supplier<Uni<Response>> answer) {
    return switch (tokens.check(authorization, Role.OPS)) {
      case Access.Denied(Refusal refusal) -> Uni.createFrom().item(Answers.refused(refusal));
      case Access.Granted granted -> Unavailable.instead(answer);
    };
  }

  /** Body of a discard. */
  record Discard(String reason) {}
}
