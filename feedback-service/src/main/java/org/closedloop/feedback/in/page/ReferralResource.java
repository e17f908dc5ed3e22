package org.closedloop.feedback.in.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.out.CallbackQueue;
import org.closedloop.feedback.out.OverdueQueries;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /ops/view/referral?id=}: one referral's way, stage by stage. */
@Path("/ops/view/referral")
@Produces(Html.TYPE)
@SignedIn
public class ReferralResource {

  private final RecordQueries record;
  private final CallbackQueue callbacks;
  private final OverdueQueries overdue;
  private final PageDoor door;
  private final Html html;

  ReferralResource(
      RecordQueries record,
      CallbackQueue callbacks,
      OverdueQueries overdue,
      PageDoor door,
      Html html) {
    this.record = record;
    this.callbacks = callbacks;
    this.overdue = overdue;
    this.door = door;
    this.html = html;
  }

  /** The page; 404 with the search field where there is no such referral. */
  @GET
  public Uni<Response> page(
      @Context ContainerRequestContext request, @QueryParam("id") @DefaultValue("") String id) {
    Viewer viewer = Viewer.of(request);
    String wanted = id.strip();
    return door.or503(viewer, find(wanted).chain(found -> shown(viewer, wanted, found)));
  }

  private Uni<Optional<Referral>> find(String wanted) {
    try {
      return record.referral(UUID.fromString(wanted).toString());
    } catch (IllegalArgumentException e) {
      return Uni.createFrom().item(Optional.empty());
    }
  }

  private Uni<Response> shown(Viewer viewer, String wanted, Optional<Referral> found) {
    if (found.isEmpty()) {
      return html.page(
          wanted.isEmpty() ? 200 : 404, Templates.referral(ReferralPage.nothing(wanted), viewer));
    }
    String id = found.get().id();
    return Uni.combine()
        .all()
        .unis(record.history(id), callbacks.of(id), overdue.of(id))
        .with((history, told, late) -> ReferralPage.of(found.get(), history, told, late))
        .chain(page -> html.page(Templates.referral(page, viewer)));
  }
}
