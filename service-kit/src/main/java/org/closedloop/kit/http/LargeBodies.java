package org.closedloop.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.closedloop.conformance.xml.XmlWriter;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.HubMessages;

/**
 * Answers a body that announces more than 4 MiB before it is read. Smaller ones are read, so that
 * the sender gets its 413 instead of a cut connection (design section 5).
 */
@ApplicationScoped
public class LargeBodies {

  private static final long READ_AT_MOST = 4L * 1024 * 1024;
  private static final int PRIORITY = 500;

  void register(@Observes Filters filters) {
    filters.register(LargeBodies::judge, PRIORITY);
  }

  private static void judge(RoutingContext context) {
    if (BodySize.announced(context.request()) <= READ_AT_MOST) {
      context.next();
      return;
    }
    context.request().pause();
    FhirFormat format = Negotiation.of(context.request().getHeader("Accept"), null);
    context
        .vertx()
        .executeBlocking(() -> refusal(format))
        .onSuccess(body -> refuse(context, format, body))
        .onFailure(context::fail);
  }

  /** Off the event loop, since XML takes time. */
  private static byte[] refusal(FhirFormat format) {
    byte[] json = HubMessages.operationOutcome(BodyRules.tooLarge().findings());
    return format == FhirFormat.XML ? XmlWriter.write(json) : json;
  }

  private static void refuse(RoutingContext context, FhirFormat format, byte[] body) {
    context
        .response()
        .setStatusCode(413)
        .putHeader("Connection", "close")
        .putHeader("Content-Type", format.mediaType())
        .end(Buffer.buffer(body));
  }
}
