package org.closedloop.gateway.in.page;

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
import org.closedloop.pages.Pulses;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /track/live}: tells an open page when to look again. */
@Path("/track/live")
@SignedIn
public class LiveResource {

  private final Pulses pulses;
  private final StatusNews news;

  LiveResource(Pulses pulses, StatusNews news) {
    this.pulses = pulses;
    this.news = news;
  }

  /**
   * Server-sent events for one page. The first comes at once: something may have changed since the
   * page was made, or while its connection was away.
   *
   * @param referral only when this referral of the hospital changes; null for any
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> live(
      @Context ContainerRequestContext request,
      @Context Sse sse,
      @QueryParam("referral") String referral) {
    String party = Viewer.of(request).party();
    String key = referral == null ? party : StatusNews.keyOf(party, referral);
    return Multi.createFrom()
        .deferred(
            () -> {
              news.enter(key);
              return Multi.createBy().merging().streams(pulses.of(key, sse), first(sse));
            })
        .onTermination()
        .invoke(() -> news.leave(key));
  }

  private static Multi<OutboundSseEvent> first(Sse sse) {
    return Multi.createFrom().item(sse.newEventBuilder().name("changed").data("now").build());
  }
}
