package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.core.fhir.metadata.CapabilityStatement;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.XmlAnswers;

/** {@code metadata}: what this server can do; readable without a token. */
@Path("/fhir/metadata")
public class MetadataResource {

  private static final byte[] STATEMENT = CapabilityStatement.of(Capability.OFFER);

  /** The CapabilityStatement. */
  @GET
  public Uni<Response> read(@Context HttpHeaders headers) {
    return XmlAnswers.negotiated(headers, () -> Uni.createFrom().item(Answers.ok(STATEMENT)));
  }
}
