package org.closedloop.adapter.in.portal;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.closedloop.adapter.core.portal.LiveKey;
import org.closedloop.pages.Pulses;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /portal/live}: tells an open page when to look again. */
@Path("/portal/live")
@SignedIn
public class LiveResource {

  private final Pulses pulses;

  LiveResource(Pulses pulses) {
    this.pulses = pulses;
  }

  /**
   * Server-sent events for one page; they say nothing but that something changed.
   *
   * @param referral only when this referral changes; null for any of the program
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> live(
      @Context ContainerRequestContext request,
      @Context Sse sse,
      @QueryParam("referral") String referral) {
    String program = Viewer.of(request).party();
    return pulses.of(referral == null ? program : LiveKey.of(program, referral), sse);
  }
}
