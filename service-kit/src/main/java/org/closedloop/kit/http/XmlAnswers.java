package org.closedloop.kit.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.closedloop.conformance.xml.XmlWriter;
import org.closedloop.core.fhir.FhirFormat;
import org.jboss.logging.Logger;

/**
 * Writes FHIR answers, errors too, in XML for who asks for it. No response filter of JAX-RS: with
 * one, every answer that is ready at once may meet a request scope that is gone already.
 */
public final class XmlAnswers {

  private static final Logger LOG = Logger.getLogger(XmlAnswers.class);

  private XmlAnswers() {}

  /**
   * An answer in the format the caller asks for.
   *
   * @param headers of the request
   * @param work gives the answer in JSON; XML takes time and is written on a worker thread
   */
  public static Uni<Response> negotiated(HttpHeaders headers, Supplier<Uni<Response>> work) {
    // Looked at now: when the answer is there, the request may be gone.
    boolean xml = asked(headers);
    Uni<Response> answer = work.get();
    return xml
        ? answer.emitOn(Infrastructure.getDefaultWorkerPool()).map(XmlAnswers::asXml)
        : answer;
  }

  /** The same of an answer that is there and small. */
  public static Response negotiated(HttpHeaders headers, Response answer) {
    return asked(headers) ? asXml(answer) : answer;
  }

  private static boolean asked(HttpHeaders headers) {
    return Negotiation.of(headers.getHeaderString(HttpHeaders.ACCEPT), null) == FhirFormat.XML;
  }

  private static Response asXml(Response answer) {
    return answer.getEntity() instanceof byte[] json ? asXml(answer, json) : answer;
  }

  private static Response asXml(Response answer, byte[] json) {
    try {
      return Response.fromResponse(answer)
          .entity(XmlWriter.write(json))
          .header(HttpHeaders.CONTENT_TYPE, null)
          .header(HttpHeaders.CONTENT_TYPE, FhirFormat.XML.mediaType() + ";charset=utf-8")
          .build();
    } catch (RuntimeException e) {
      LOG.warnf("answer stays JSON error=%s", e.getClass().getName());
      return answer;
    }
  }
}
