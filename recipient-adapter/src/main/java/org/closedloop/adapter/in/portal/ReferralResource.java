package org.closedloop.adapter.in.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.closedloop.adapter.core.portal.ReferralView;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /portal/referrals/{id}}: one referral, and what can be done with it now. */
@Path("/portal/referrals/{id}")
@SignedIn
public class ReferralResource {

  private final Referrals referrals;
  private final PageDoor door;
  private final Html html;

  ReferralResource(Referrals referrals, PageDoor door, Html html) {
    this.referrals = referrals;
    this.door = door;
    this.html = html;
  }

  /**
   * The page.
   *
   * @param done what was just done here: {@code recorded} or {@code pending}
   */
  @GET
  public Uni<Response> page(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("done") String done) {
    Viewer viewer = Viewer.of(request);
    return shown(viewer, id, view -> Templates.referral(view, notice(done), viewer));
  }

  /** What changes of it, for a page that is open. */
  @GET
  @Path("part")
  public Uni<Response> part(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return shown(Viewer.of(request), id, Templates::standing);
  }

  private Uni<Response> shown(
      Viewer viewer, String id, Function<ReferralView, TemplateInstance> template) {
    return door.found(
        viewer, id, referrals.view(viewer.party(), id), view -> html.page(template.apply(view)));
  }

  private static String notice(String done) {
    return switch (done == null ? "" : done) {
      case Deeds.RECORDED -> "Done. The hospital is told.";
      case Deeds.PENDING -> "Taken, and being recorded. This page shows it when it is.";
      default -> null;
    };
  }
}
