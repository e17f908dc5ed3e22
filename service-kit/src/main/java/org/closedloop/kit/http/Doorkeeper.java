package org.closedloop.kit.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.closedloop.conformance.xml.XmlWriter;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.outcome.Finding;
import org.closedloop.kit.HubConfig;

/**
 * Lets in only as many FHIR requests as there is room for, before their bodies are read; the others
 * get 503 with Retry-After at once (design section 5). Health and metrics are always answered. The
 * gauge {@code hub.http.inside} and the counter {@code hub.http.turned.away} tell how full it is.
 */
@ApplicationScoped
public class Doorkeeper {

  /** Before anything that reads or waits. */
  private static final int PRIORITY = 700;

  private static final String COME_AGAIN_SECONDS = "2";

  private static final Finding BUSY =
      Finding.error(
          "busy",
          "throttled",
          "",
          "The hub has as many requests as it can work on. Send it again with the same"
              + " X-Request-ID after the time in Retry-After.");

  private final Room room;
  private final MeterRegistry registry;
  private final byte[] asJson = HubMessages.operationOutcome(List.of(BUSY));
  private final byte[] asXml = XmlWriter.write(asJson);

  Doorkeeper(HubConfig config, MeterRegistry registry) {
    this.room = new Room(config.limits().requests(), config.limits().bytes().asLongValue());
    this.registry = registry;
    registry.gauge("hub.http.inside", room, Room::requests);
  }

  void register(@Observes Filters filters) {
    filters.register(this::judge, PRIORITY);
  }

  private void judge(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!request.path().startsWith("/fhir")) {
      context.next();
      return;
    }
    long size = BodySize.announced(request);
    if (!room.enter(size)) {
      turnAway(context);
      return;
    }
    context.addEndHandler(done -> room.leave(size));
    context.next();
  }

  private void turnAway(RoutingContext context) {
    registry.counter("hub.http.turned.away").increment();
    HttpServerRequest request = context.request();
    FhirFormat format = Negotiation.of(request.getHeader("Accept"), request.getParam("_format"));
    request.pause();
    context
        .response()
        .setStatusCode(503)
        .putHeader("Connection", "close")
        .putHeader("Retry-After", COME_AGAIN_SECONDS)
        .putHeader("Content-Type", format.mediaType())
        .end(Buffer.buffer(format == FhirFormat.XML ? asXml : asJson));
  }
}
