package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.track.AgeBand;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.StatusGroup;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.feedback.out.TrackQueries;
import org.closedloop.feedback.out.TrackQueries.Found;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/** A hospital's referrals for the pages that track them; guarded as {@link InternalResource} is. */
@Path("/internal/parties/{party}/referrals")
public class TrackResource {

  private static final int LAST_PAGE = ReferralPage.CLOSED_AT_MOST / ReferralPage.SIZE;
  private static final int NUMBER_AT_MOST = 200;

  private final TrackQueries track;
  private final RecordQueries record;
  private final TrackViews views;
  private final InternalKey key;

  TrackResource(TrackQueries track, RecordQueries record, TrackViews views, InternalKey key) {
    this.track = track;
    this.record = record;
    this.views = views;
    this.key = key;
  }

  /**
   * A page of a hospital's referrals as a {@link ReferralPage}.
   *
   * @param group word of a {@link StatusGroup}; any other means open
   * @param age word of an {@link AgeBand}; any other means all
   * @param search id or number; with it group, age and page do not count
   * @param page from 0
   */
  @GET
  public Uni<Response> page(
      @HeaderParam(RecordReader.KEY_HEADER) String shown,
      @PathParam("party") String party,
      @QueryParam("group") String group,
      @QueryParam("age") String age,
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("0") int page) {
    return key.guarded(
        shown,
        () ->
            Uni.combine()
                .all()
                .unis(lines(party, group, age, search, page), track.counts(party))
                .with(
                    (lines, counts) ->
                        new ReferralPage(lines.stream().map(views::line).toList(), counts))
                .map(found -> JsonAnswer.of(RecordJson.write(found))));
  }

  private Uni<List<Found>> lines(String party, String group, String age, String search, int page) {
    return search.isBlank() || search.length() > NUMBER_AT_MOST
        ? track.page(
            party,
            StatusGroup.of(group).orElse(StatusGroup.OPEN),
            AgeBand.of(age),
            Math.clamp(page, 0, LAST_PAGE))
        : track.search(party, search.strip());
  }

  /** One referral's journey; 404 when it is of neither the party's sending nor its having. */
  @GET
  @Path("{id}")
  public Uni<Response> journey(
      @HeaderParam(RecordReader.KEY_HEADER) String shown,
      @PathParam("party") String party,
      @PathParam("id") String id) {
    return key.guarded(
        shown,
        () ->
            track
                .one(party, id)
                .chain(
                    found ->
                        found
                            .map(this::journey)
                            .orElseGet(() -> Uni.createFrom().item(Answers.notFound("record")))));
  }

  private Uni<Response> journey(Found found) {
    return record
        .history(found.referral().id())
        .map(history -> JsonAnswer.of(RecordJson.write(views.journey(found, history))));
  }

  /** The message that opened a referral, as its hospital sent it. */
  @GET
  @Path("{id}/request")
  public Uni<Response> request(
      @HeaderParam(RecordReader.KEY_HEADER) String shown,
      @PathParam("party") String party,
      @PathParam("id") String id) {
    return key.guarded(
        shown,
        () ->
            track
                .request(party, id)
                .map(found -> found.map(Answers::ok).orElseGet(() -> Answers.notFound("record"))));
  }
}
