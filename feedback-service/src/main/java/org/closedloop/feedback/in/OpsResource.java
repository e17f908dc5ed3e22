package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.kit.auth.Access;
import org.closedloop.kit.auth.Tokens;
import org.closedloop.kit.http.Answers;

/** What operators may look at: one referral with its history. */
@Path("/ops")
public class OpsResource {

  private final RecordQueries record;
  private final Tokens tokens;

  OpsResource(RecordQueries record, Tokens tokens) {
    this.record = record;
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
    return record
        .history(referral.id())
        .map(history -> JsonAnswer.of(RecordJson.write(OpsReferral.of(referral, history))));
  }
}
