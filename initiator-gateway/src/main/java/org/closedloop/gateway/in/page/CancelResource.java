package org.closedloop.gateway.in.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.gateway.core.track.CancelView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** Asks for the cancellation of a referral: first the question, then the request. */
@Path("/track/referrals/{id}/cancel")
@SignedIn
public class CancelResource {

  private static final String RECORDED = "recorded";
  private static final String PENDING = "pending";

  private final Cancellation cancellation;
  private final RecordReader reader;
  private final PageDoor door;
  private final Html html;

  CancelResource(Cancellation cancellation, RecordReader reader, PageDoor door, Html html) {
    this.cancellation = cancellation;
    this.reader = reader;
    this.door = door;
    this.html = html;
  }

  /** What to tell on the referral's page about what was just done; null for nothing. */
  static String notice(String done) {
    if (RECORDED.equals(done)) {
      return "Your request to cancel is on record.";
    }
    return PENDING.equals(done)
        ? "Your request to cancel was taken and is being recorded. This page shows it when it is."
        : null;
  }

  /** The question. */
  @GET
  public Uni<Response> ask(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Viewer viewer = Viewer.of(request);
    String name = UUID.randomUUID().toString();
    return door.found(
        viewer,
        id,
        reader.journey(viewer.party(), id),
        journey -> question(200, viewer, journey.referral(), name, "", null));
  }

  /**
   * The request: 303 to the referral when it is on record, or taken and still undecided; 409 with
   * the question again when the hub refused.
   *
   * @param name of the question, so that a form sent twice asks once
   */
  @POST
  public Uni<Response> request(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @FormParam("request") @DefaultValue("") String name,
      @FormParam("reason") @DefaultValue("") String typed) {
    Viewer viewer = Viewer.of(request);
    String reason = typed.strip();
    return door.found(
        viewer,
        id,
        reader.journey(viewer.party(), id),
        journey ->
            reason.length() > CancelView.REASON_AT_MOST
                ? question(422, viewer, journey.referral(), name, reason, tooLong())
                : carryOut(viewer, journey.referral(), name, reason));
  }

  private static String tooLong() {
    return "The reason has more than " + CancelView.REASON_AT_MOST + " characters. Shorten it.";
  }

  private Uni<Response> carryOut(Viewer viewer, ReferralLine line, String name, String reason) {
    return cancellation
        .ask(viewer.party(), line.id(), name, reason)
        .chain(
            verdict ->
                verdict
                    .map(decided -> decided(viewer, line.id(), name, reason, decided))
                    .orElseGet(() -> back(line.id(), PENDING)));
  }

  private Uni<Response> decided(
      Viewer viewer, String id, String name, String reason, Verdict verdict) {
    return verdict.accepted()
        ? back(id, RECORDED)
        : door.found(
            viewer,
            id,
            reader.journey(viewer.party(), id),
            now -> question(409, viewer, now.referral(), name, reason, CancelView.words(verdict)));
  }

  private Uni<Response> question(
      int status, Viewer viewer, ReferralLine line, String name, String reason, String mistake) {
    return html.page(status, Templates.cancel(CancelView.of(line, name, reason, mistake), viewer));
  }

  private static Uni<Response> back(String id, String done) {
    return Uni.createFrom().item(Html.seeOther("/track/referrals/" + id + "?done=" + done));
  }
}
