package org.closedloop.feedback.in.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.feedback.core.ops.OpsQuery;
import org.closedloop.feedback.core.ops.Overview;
import org.closedloop.feedback.core.ops.Window;
import org.closedloop.feedback.out.ConsumerLag;
import org.closedloop.feedback.out.OpsQueries;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /ops}: how the referrals are doing, now and over time. */
@Path("/ops")
@SignedIn
public class OverviewResource {

  private final OpsQueries figures;
  private final ConsumerLag lag;
  private final Overview.Filters filters;
  private final PageDoor door;
  private final Html html;

  OverviewResource(
      OpsQueries figures,
      ConsumerLag lag,
      Directory directory,
      UseCaseCatalog catalog,
      PageDoor door,
      Html html) {
    this.figures = figures;
    this.lag = lag;
    this.filters =
        new Overview.Filters(
            catalog.all().stream().map(UseCase::name).toList(),
            parties(directory, Role.INITIATOR),
            parties(directory, Role.RECIPIENT));
    this.door = door;
    this.html = html;
  }

  private static java.util.List<String> parties(Directory directory, Role role) {
    return directory.all().stream()
        .filter(party -> party.roles().contains(role))
        .map(Party::id)
        .sorted()
        .toList();
  }

  /** The page. */
  @GET
  @Produces(Html.TYPE)
  public Uni<Response> page(
      @Context ContainerRequestContext request,
      @QueryParam("window") String window,
      @QueryParam("useCase") String useCase,
      @QueryParam("initiator") String initiator,
      @QueryParam("program") String program) {
    Viewer viewer = Viewer.of(request);
    OpsQuery query = new OpsQuery(Window.of(window), useCase, initiator, program);
    return shown(viewer, query, overview -> Templates.overview(overview, viewer));
  }

  /** The figures alone, for a page that is open. */
  @GET
  @Path("view/figures")
  @Produces(Html.TYPE)
  public Uni<Response> part(
      @Context ContainerRequestContext request,
      @QueryParam("window") String window,
      @QueryParam("useCase") String useCase,
      @QueryParam("initiator") String initiator,
      @QueryParam("program") String program) {
    OpsQuery query = new OpsQuery(Window.of(window), useCase, initiator, program);
    return shown(Viewer.of(request), query, Templates::figures);
  }

  private Uni<Response> shown(
      Viewer viewer, OpsQuery query, Function<Overview, TemplateInstance> template) {
    return door.or503(
        viewer,
        figures
            .figures(query)
            .chain(read -> lag.read().map(behind -> Overview.of(query, read, filters, behind)))
            .chain(overview -> html.page(template.apply(overview))));
  }
}
