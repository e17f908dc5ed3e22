package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.out.CallbackQueue;
import org.closedloop.feedback.out.OverdueQueries;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.kit.auth.Access;
import org.closedloop.kit.auth.Tokens;
import org.closedloop.kit.http.Answers;

/** What operators may look at: one referral with its history, and what is late. */
@Path("/ops")
public class OpsResource {

  private static final int AT_MOST = 1000;

  private final RecordQueries record;
  private final CallbackQueue callbacks;
  private final OverdueQueries overdue;
  private final Tokens tokens;

  OpsResource(
      RecordQueries record, CallbackQueue callbacks, OverdueQueries overdue, Tokens tokens) {
    this.record = record;
    this.callbacks = callbacks;
    this.overdue = overdue;
    this.tokens = tokens;
  }

  /** A referral and all that was decided of it, as JSON. */
  @GET
  @Path("referrals/{id}")
  public Uni<Response> referral(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("id") String id) {
    return switch (tokens.check(authorization, Role.OPS)) {
      case Access.Denied(Refusal refusal) -> Uni.createFrom().item(Answers.refused(refusal));
      case Access.Granted granted -> Unavailable.instead(() -> page(id));
    };
  }

  /**
   * What is late, longest first, as JSON.
   *
   * @param turn only what waits for {@code hub}, {@code program} or {@code hospital}; null for all
   * @param limit how many at most
   */
  @GET
  @Path("overdue")
  public Uni<Response> overdue(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("turn") String turn,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int atMost = Math.clamp(limit, 1, AT_MOST);
    return switch (tokens.check(authorization, Role.OPS)) {
      case Access.Denied(Refusal refusal) -> Uni.createFrom().item(Answers.refused(refusal));
      case Access.Granted granted ->
          Unavailable.instead(
              () ->
                  overdue
                      .open(turn, atMost)
                      .map(late -> JsonAnswer.of(RecordJson.write(new OpsOverdue(late)))));
    };
  }

  private Uni<Response> page(String id) {
    return record
        .referral(id)
        .chain(
            found ->
                found
                    .map(this::withHistory)
                    .orElseGet(() -> Uni.createFrom().item(Answers.notFound("referral"))));
  }

  private Uni<Response> withHistory(Referral referral) {
    String id = referral.id();
    return Uni.combine()
        .all()
        .unis(record.history(id), callbacks.of(id), overdue.of(id))
        .with((history, told, late) -> OpsReferral.of(referral, late, told, history))
        .map(page -> JsonAnswer.of(RecordJson.write(page)));
  }
}
