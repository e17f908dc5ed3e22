package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.feedback.out.NumberToken;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/**
 * The record for the hub's own services: JSON of the shared records, party-scoped. Guarded by the
 * secret in {@code X-Hub-Key}; who the party is, the asking service has found out.
 */
@Path("/internal")
public class InternalResource {

  private final RecordQueries record;
  private final TaskViews views;
  private final InternalKey key;

  InternalResource(RecordQueries record, TaskViews views, InternalKey key) {
    this.record = record;
    this.views = views;
    this.key = key;
  }

  /** The verdict of a claim; 404 while undecided. */
  @GET
  @Path("claims/{claimId}")
  public Uni<Response> verdict(
      @HeaderParam(RecordReader.KEY_HEADER) String shown, @PathParam("claimId") String claimId) {
    return key.guarded(shown, () -> record.verdict(claimId).map(InternalResource::json));
  }

  /** A party's referral as a TaskView. */
  @GET
  @Path("parties/{party}/tasks/{id}")
  public Uni<Response> task(
      @HeaderParam(RecordReader.KEY_HEADER) String shown,
      @PathParam("party") String party,
      @PathParam("id") String id) {
    return key.guarded(
        shown, () -> record.referral(party, id).map(found -> json(found.map(views::of))));
  }

  /** A party's referrals by business identifier, {@code [system|]value}. */
  @GET
  @Path("parties/{party}/tasks")
  public Uni<Response> tasks(
      @HeaderParam(RecordReader.KEY_HEADER) String shown,
      @PathParam("party") String party,
      @QueryParam("identifier") String identifier) {
    NumberToken token = NumberToken.of(identifier == null ? "" : identifier);
    return key.guarded(
        shown,
        () ->
            record
                .byNumber(party, token)
                .map(found -> json(Optional.of(found.stream().map(views::of).toList()))));
  }

  /** A party's feedback document, a FHIR Bundle. */
  @GET
  @Path("parties/{party}/documents/{id}")
  public Uni<Response> document(
      @HeaderParam(RecordReader.KEY_HEADER) String shown,
      @PathParam("party") String party,
      @PathParam("id") String id) {
    return key.guarded(
        shown,
        () ->
            record
                .document(party, id)
                .map(
                    found -> found.map(Answers::ok).orElseGet(() -> Answers.notFound("document"))));
  }

  private static Response json(Optional<?> found) {
    return found
        .map(value -> JsonAnswer.of(RecordJson.write(value)))
        .orElseGet(() -> Answers.notFound("record"));
  }
}
