package org.closedloop.gateway.in;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closedloop.core.fhir.metadata.CapabilityStatement;
import org.closedloop.kit.http.Answers;

/** {@code metadata}: what this server can do; readable without a token. */
@Path("/fhir/metadata")
public class MetadataResource {

  private static final byte[] STATEMENT = CapabilityStatement.of(Capability.OFFER);

  /** The CapabilityStatement. */
  @GET
  public Response read() {
    return Answers.ok(STATEMENT);
  }
}
