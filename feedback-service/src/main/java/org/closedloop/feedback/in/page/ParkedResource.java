package org.closedloop.feedback.in.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.in.Operators;
import org.closedloop.feedback.in.OpsRequest;
import org.closedloop.feedback.in.Outcome;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;
import org.jboss.logging.Logger;

/** {@code /ops/view/parked}: what waits for a person, and taking it up again or giving it up. */
@Path("/ops/view/parked")
@Produces(Html.TYPE)
@SignedIn
public class ParkedResource {

  private static final Logger LOG = Logger.getLogger(ParkedResource.class);
  private static final int SHOWN = 200;
  private static final String WORD = "[a-z0-9][a-z0-9-]{0,60}";
  private static final String TRY = "try";
  private static final String DISCARD = "discard";

  private final Operators operators;
  private final PageDoor door;
  private final Html html;

  ParkedResource(Operators operators, PageDoor door, Html html) {
    this.operators = operators;
    this.door = door;
    this.html = html;
  }

  /** The page. */
  @GET
  public Uni<Response> page(@Context ContainerRequestContext request) {
    return shown(200, Viewer.of(request), List.of(), null);
  }

  /**
   * Carries a request out, and shows what became of each item.
   *
   * @param target a referral, or an item without one
   * @param what {@code try} (only says what would happen), {@code replay} or {@code discard}
   * @param reason code word of a discard
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<Response> carryOut(
      @Context ContainerRequestContext request,
      @FormParam("target") @DefaultValue("") String target,
      @FormParam("what") @DefaultValue(TRY) String what,
      @FormParam("reason") @DefaultValue("") String reason) {
    Viewer viewer = Viewer.of(request);
    boolean discard = what.equals(DISCARD);
    if (discard && !reason.strip().matches(WORD)) {
      return shown(
          422, viewer, List.of(), "To discard, give a code word as reason, such as wrong-program.");
    }
    OpsRequest asked =
        new OpsRequest(
            discard ? ClaimKind.DISCARD : ClaimKind.REPLAY,
            UUID.randomUUID().toString(),
            discard ? reason.strip() : null,
            what.equals(TRY));
    return door.or503(viewer, Uni.createFrom().deferred(() -> done(viewer, target, asked)));
  }

  private Uni<Response> done(Viewer viewer, String target, OpsRequest asked) {
    UUID id;
    try {
      id = UUID.fromString(target);
    } catch (IllegalArgumentException e) {
      return shown(422, viewer, List.of(), "Choose what to take up again.");
    }
    LOG.infof("audit page=ops user=%s request=%s target=%s", viewer.user(), asked.kind(), id);
    return operators
        .carryOut(id, asked)
        .chain(
            outcomes ->
                shown(
                    200,
                    viewer,
                    outcomes.stream().map(ParkedResource::item).toList(),
                    outcomes.isEmpty() ? "Nothing is parked there any more." : null));
  }

  private static ParkedItem item(Outcome outcome) {
    String why = outcome.reason() == null ? "" : ": " + outcome.reason();
    return new ParkedItem(
        outcome.referral() == null ? outcome.item() : outcome.referral(),
        outcome.referral(),
        outcome.kind(),
        outcome.word(),
        null,
        0,
        outcome.result() + why);
  }

  private Uni<Response> shown(int status, Viewer viewer, List<ParkedItem> done, String notice) {
    return door.or503(
        viewer,
        operators
            .open(null, null, SHOWN)
            .map(items -> items.stream().map(item -> ParkedItem.of(item, null)).toList())
            .chain(items -> html.page(status, Templates.parked(items, done, notice, viewer))));
  }
}
