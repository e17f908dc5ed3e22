package org.closedloop.gateway.in.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Function;
import org.closedloop.core.track.AgeBand;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.ReferralQuery;
import org.closedloop.core.track.StatusGroup;
import org.closedloop.gateway.core.track.TrackList;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /track}: the hospital's referrals by status and age, the overdue first. */
@Path("/track")
@SignedIn
public class ListResource {

  private static final int SEARCH_AT_MOST = 200;
  private static final int LAST_PAGE = ReferralPage.CLOSED_AT_MOST;

  private final RecordReader reader;
  private final PageDoor door;
  private final Html html;
  private final Clock clock;

  ListResource(RecordReader reader, PageDoor door, Html html, Clock clock) {
    this.reader = reader;
    this.door = door;
    this.html = html;
    this.clock = clock;
  }

  /** The page. */
  @GET
  public Uni<Response> page(
      @Context ContainerRequestContext request,
      @QueryParam("show") String show,
      @QueryParam("age") String age,
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("0") String page) {
    Viewer viewer = Viewer.of(request);
    return answered(
        viewer, query(show, age, search, page), list -> html.page(Templates.list(list, viewer)));
  }

  /**
   * Filters and rows alone, for a page that is open; 204 when it shows the same.
   *
   * @param seen version of what it shows
   */
  @GET
  @Path("rows")
  public Uni<Response> rows(
      @Context ContainerRequestContext request,
      @QueryParam("show") String show,
      @QueryParam("age") String age,
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("0") String page,
      @QueryParam("seen") String seen) {
    return answered(
        Viewer.of(request),
        query(show, age, search, page),
        list ->
            list.version().equals(seen)
                ? Uni.createFrom().item(Response.noContent().build())
                : html.page(Templates.rows(list)));
  }

  private Uni<Response> answered(
      Viewer viewer, ReferralQuery query, Function<TrackList, Uni<Response>> answer) {
    return door.or503(
        viewer,
        reader
            .referrals(viewer.party(), query)
            .map(page -> TrackList.of(page, query, door.useCases(), clock.instant()))
            .chain(answer::apply));
  }

  private static ReferralQuery query(String show, String age, String search, String page) {
    String wanted = search.strip();
    return new ReferralQuery(
        StatusGroup.of(show).orElse(StatusGroup.OPEN),
        AgeBand.of(age),
        wanted.substring(0, Math.min(SEARCH_AT_MOST, wanted.length())),
        number(page));
  }

  private static int number(String page) {
    return page.matches("[0-9]{1,4}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0;
  }
}
