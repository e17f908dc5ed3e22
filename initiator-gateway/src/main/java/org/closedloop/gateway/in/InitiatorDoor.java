package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.kit.auth.Access;
import org.closedloop.kit.auth.Tokens;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;
import org.closedloop.kit.http.XmlAnswers;
import org.jboss.logging.Logger;

/**
 * What every address for initiators begins and ends with: an initiator's token, and 503 where the
 * broker or feedback-service cannot be reached.
 */
@ApplicationScoped
class InitiatorDoor {

  private static final Logger LOG = Logger.getLogger(InitiatorDoor.class);

  private final Tokens tokens;
  private final Directory directory;

  InitiatorDoor(Tokens tokens, Directory directory) {
    this.tokens = tokens;
    this.directory = directory;
  }

  /**
   * Lets a caller in.
   *
   * @param headers of the request
   * @param work what is asked, as the party of the token
   */
  Uni<Response> enter(HttpHeaders headers, Function<Party, Uni<Response>> work) {
    return XmlAnswers.negotiated(headers, () -> admit(headers, work));
  }

  private Uni<Response> admit(HttpHeaders headers, Function<Party, Uni<Response>> work) {
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    return switch (tokens.check(authorization, Role.INITIATOR)) {
      case Access.Denied denied -> Uni.createFrom().item(Answers.refused(denied.refusal()));
      case Access.Granted granted -> guarded(granted.caller().party(), work);
    };
  }

  /** Lets a caller with a body in: media type and size are judged before anybody reads it. */
  Uni<Response> enter(HttpHeaders headers, byte[] body, Function<Party, Uni<Response>> work) {
    return XmlAnswers.negotiated(
        headers,
        () ->
            BodyRules.check(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body)
                .map(refusal -> Uni.createFrom().item(Answers.refused(refusal)))
                .orElseGet(() -> admit(headers, work)));
  }

  private Uni<Response> guarded(String partyId, Function<Party, Uni<Response>> work) {
    Party party = directory.find(partyId).orElseThrow();
    return work.apply(party)
        .onFailure()
        .invoke(e -> LOG.warnf("unavailable party=%s error=%s", partyId, e.getClass().getName()))
        .onFailure()
        .recoverWithItem(Answers::unavailable);
  }
}
