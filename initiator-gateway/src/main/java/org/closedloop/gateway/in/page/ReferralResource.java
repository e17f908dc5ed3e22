package org.closedloop.gateway.in.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.closedloop.gateway.core.track.JourneyView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /track/referrals/{id}}: one referral's journey and the feedback. */
@Path("/track/referrals/{id}")
@SignedIn
public class ReferralResource {

  private final Journeys journeys;
  private final RecordReader reader;
  private final PageDoor door;
  private final Html html;

  ReferralResource(Journeys journeys, RecordReader reader, PageDoor door, Html html) {
    this.journeys = journeys;
    this.reader = reader;
    this.door = door;
    this.html = html;
  }

  /**
   * The page.
   *
   * @param done what was just done here, see {@link CancelResource}
   */
  @GET
  public Uni<Response> page(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("done") String done) {
    Viewer viewer = Viewer.of(request);
    return shown(viewer, id, view -> Templates.referral(view, CancelResource.notice(done), viewer));
  }

  /**
   * What changes of it, for a page that is open; 204 when it shows the same.
   *
   * @param seen version of what it shows
   */
  @GET
  @Path("part")
  public Uni<Response> part(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("seen") String seen) {
    Viewer viewer = Viewer.of(request);
    return door.found(
        viewer,
        id,
        reader.journey(viewer.party(), id),
        journey ->
            JourneyView.version(journey.referral()).equals(seen)
                ? Uni.createFrom().item(Response.noContent().build())
                : journeys
                    .complete(viewer.party(), journey)
                    .chain(view -> html.page(Templates.journey(view))));
  }

  /** The same to be printed. */
  @GET
  @Path("print")
  public Uni<Response> print(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Viewer viewer = Viewer.of(request);
    return shown(viewer, id, view -> Templates.print(view, viewer));
  }

  /** A feedback document of it as FHIR JSON, to be kept. */
  @GET
  @Path("feedback/{document}")
  public Uni<Response> download(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("document") String document) {
    Viewer viewer = Viewer.of(request);
    return door.found(
        viewer,
        id,
        reader.journey(viewer.party(), id),
        journey ->
            door.found(
                viewer,
                id,
                journey.documents().contains(document)
                    ? reader.document(viewer.party(), document)
                    : Uni.createFrom().item(Optional.<byte[]>empty()),
                bytes -> Uni.createFrom().item(file(document, bytes))));
  }

  private Uni<Response> shown(
      Viewer viewer, String id, Function<JourneyView, TemplateInstance> template) {
    return door.found(
        viewer, id, journeys.find(viewer.party(), id), view -> html.page(template.apply(view)));
  }

  private static Response file(String document, byte[] bytes) {
    return Response.ok(bytes, "application/fhir+json")
        .header("Content-Disposition", "attachment; filename=\"feedback-" + document + ".json\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
