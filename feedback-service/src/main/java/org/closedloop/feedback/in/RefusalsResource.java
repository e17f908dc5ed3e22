package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Finding;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.kit.auth.Access;
import org.closedloop.kit.auth.Tokens;
import org.closedloop.kit.http.Answers;

/**
 * What was refused and belongs to no referral on record, so that no referral's history shows it: a
 * response to a referral nobody placed, another content under a known number. Latest first.
 */
@Path("/ops/refusals")
public class RefusalsResource {

  private static final int LATEST = 100;

  private final RecordQueries record;
  private final Tokens tokens;

  RefusalsResource(RecordQueries record, Tokens tokens) {
    this.record = record;
    this.tokens = tokens;
  }

  /** {@code {"refusals":[…]}}; ids and codes only. */
  @GET
  public Uni<Response> latest(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    return switch (tokens.check(authorization, Role.OPS)) {
      case Access.Denied denied -> Uni.createFrom().item(Answers.refused(denied.refusal()));
      case Access.Granted granted -> Unavailable.instead(this::list);
    };
  }

  private Uni<Response> list() {
    return record
        .refusedOfNoReferral(LATEST)
        .map(all -> new Page(all.stream().map(Refused::of).toList()))
        .map(page -> JsonAnswer.of(RecordJson.write(page)));
  }

  private record Page(List<Refused> refusals) {}

  /**
   * One refusal.
   *
   * @param referralId the id the referral would have
   * @param kind what was claimed
   * @param trigger word of the trigger, null when unknown
   */
  private record Refused(
      String referralId,
      String kind,
      String party,
      String trigger,
      List<String> ruleIds,
      Instant decidedAt) {

    private static Refused of(Decision decision) {
      return new Refused(
          decision.referralId(),
          decision.claim().kind().name(),
          decision.claim().party(),
          decision.trigger() == null ? null : decision.trigger().word(),
          decision.findings().stream().map(Finding::ruleId).distinct().toList(),
          decision.decidedAt());
    }
  }
}
