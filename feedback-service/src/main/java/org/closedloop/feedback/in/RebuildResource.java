package org.closedloop.feedback.in;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.feedback.out.Rebuild;
import org.closedloop.kit.auth.Access;
import org.closedloop.kit.auth.Tokens;
import org.closedloop.kit.http.Answers;

/** Has the record rebuilt from the journal beside the live one, and tells how they compare. */
@Path("/ops/rebuild")
public class RebuildResource {

  private final Rebuild rebuild;
  private final Tokens tokens;

  RebuildResource(Rebuild rebuild, Tokens tokens) {
    this.rebuild = rebuild;
    this.tokens = tokens;
  }

  /** Begins one in the background, unless one is at work; the answer is that of the GET. */
  @POST
  @Blocking
  public Response start(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    return guarded(authorization, () -> JsonAnswer.of(RecordJson.write(rebuild.start())));
  }

  /** How far the last one has come; 404 when there was none since the start of the service. */
  @GET
  @Blocking
  public Response report(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    return guarded(
        authorization,
        () ->
            rebuild
                .report()
                .map(report -> JsonAnswer.of(RecordJson.write(report)))
                .orElseGet(() -> Answers.notFound("rebuild")));
  }

  private Response guarded(String authorization, Supplier<Response> answer) {
    return switch (tokens.check(authorization, Role.OPS)) {
      case Access.Denied(Refusal refusal) -> Answers.refused(refusal);
      case Access.Granted granted -> answer.get();
    };
  }
}
