package org.closedloop.adapter.in.portal;

import io.quarkus.qute.TemplateInstance;
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
import org.closedloop.adapter.core.portal.Show;
import org.closedloop.adapter.core.portal.Worklist;
import org.closedloop.adapter.core.portal.Worklist.Query;
import org.closedloop.adapter.out.WorklistQueries;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /portal}: a program's worklist, the overdue first. */
@Path("/portal")
@SignedIn
public class ListResource {

  private static final int SEARCH_AT_MOST = 200;

  private final WorklistQueries worklist;
  private final Names names;
  private final PageDoor door;
  private final Html html;
  private final Clock clock;

  ListResource(WorklistQueries worklist, Names names, PageDoor door, Html html, Clock clock) {
    this.worklist = worklist;
    this.names = names;
    this.door = door;
    this.html = html;
    this.clock = clock;
  }

  /** The page. */
  @GET
  public Uni<Response> page(
      @Context ContainerRequestContext request,
      @QueryParam("show") String show,
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("0") String page) {
    Viewer viewer = Viewer.of(request);
    return shown(viewer, query(show, search, page), list -> Templates.list(list, viewer));
  }

  /** Filters and rows alone, for a page that is open. */
  @GET
  @Path("rows")
  public Uni<Response> rows(
      @Context ContainerRequestContext request,
      @QueryParam("show") String show,
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("0") String page) {
    return shown(Viewer.of(request), query(show, search, page), Templates::rows);
  }

  private Uni<Response> shown(
      Viewer viewer, Query query, Function<Worklist, TemplateInstance> template) {
    return door.or503(
        viewer,
        worklist
            .page(viewer.party(), query)
            .map(
                found ->
                    Worklist.of(found, query, door.useCases(), names.parties(), clock.instant()))
            .chain(list -> html.page(template.apply(list))));
  }

  private static Query query(String show, String search, String page) {
    String wanted = search.strip();
    return new Query(
        Show.of(show),
        wanted.substring(0, Math.min(SEARCH_AT_MOST, wanted.length())),
        page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 0);
  }
}
