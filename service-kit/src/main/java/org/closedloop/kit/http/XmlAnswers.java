package org.closedloop.kit.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.closedloop.conformance.xml.XmlWriter;
import org.closedloop.core.fhir.FhirFormat;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes FHIR answers, errors too, in XML for who asks for it: the one place where an answer
 * changes its format. It takes time, so it runs on a worker thread.
 */
public class XmlAnswers {

  private static final Logger LOG = Logger.getLogger(XmlAnswers.class);

  /** Every answer passes here; those in FHIR JSON may become XML. */
  @ServerResponseFilter
  public Uni<Void> write(ContainerRequestContext request, ContainerResponseContext response) {
    return isFhir(response) && asksForXml(request)
        ? Uni.createFrom()
            .item(() -> XmlWriter.write((byte[]) response.getEntity()))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
            .onItem()
            .invoke(xml -> replace(response, xml))
            .onFailure()
            .invoke(e -> LOG.warnf("answer stays JSON error=%s", e.getClass().getName()))
            .onFailure()
            .recoverWithNull()
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static boolean isFhir(ContainerResponseContext response) {
    String type = String.valueOf(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
    return type.startsWith(Answers.FHIR_JSON) && response.getEntity() instanceof byte[];
  }

  private static boolean asksForXml(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    String parameter = request.getUriInfo().getQueryParameters().getFirst("_format");
    return Negotiation.of(accept, parameter) == FhirFormat.XML;
  }

  private static void replace(ContainerResponseContext response, byte[] xml) {
    response.setEntity(xml);
    response
        .getHeaders()
        .putSingle(HttpHeaders.CONTENT_TYPE, FhirFormat.XML.mediaType() + ";charset=utf-8");
  }
}
