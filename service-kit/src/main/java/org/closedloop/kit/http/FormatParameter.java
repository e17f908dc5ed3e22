package org.closedloop.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.closedloop.core.fhir.FhirFormat;

/**
 * Turns {@code _format} into the Accept header it stands for, so that all others look only there.
 */
@ApplicationScoped
public class FormatParameter {

  private static final String PARAMETER = "_format";
  private static final String ACCEPT = "Accept";
  private static final int PRIORITY = 600;

  void register(@Observes Filters filters) {
    filters.register(FormatParameter::translate, PRIORITY);
  }

  private static void translate(RoutingContext context) {
    HttpServerRequest request = context.request();
    String parameter = request.getParam(PARAMETER);
    if (parameter != null) {
      FhirFormat format = Negotiation.of(request.getHeader(ACCEPT), parameter);
      request.headers().set(ACCEPT, format.mediaType());
    }
    context.next();
  }
}
