package org.closedloop.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.conformance.validate.Validation;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/**
 * HTTP answers in FHIR JSON; {@link XmlAnswers} makes XML of them where that was asked for. Every
 * error is an OperationOutcome.
 */
public final class Answers {

  /** Media type of all answers as they are made. */
  public static final String FHIR_JSON = "application/fhir+json";

  private Answers() {}

  /** 200 with a resource. */
  public static Response ok(byte[] resource) {
    return body(200, resource).build();
  }

  /** A resource under any status. */
  public static Response.ResponseBuilder body(int status, byte[] resource) {
    return Response.status(status)
        .header(HttpHeaders.CONTENT_TYPE, FHIR_JSON + ";charset=utf-8")
        .entity(resource);
  }

  /** A refusal; 401 tells the scheme, 429 and 503 tell when to come back. */
  public static Response refused(Refusal refusal) {
    Response.ResponseBuilder answer =
        body(refusal.httpStatus(), HubMessages.operationOutcome(refusal.findings()));
    if (refusal.httpStatus() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"bser\"");
    }
    if (refusal.httpStatus() == 429 || refusal.httpStatus() == 503) {
      answer.header(HttpHeaders.RETRY_AFTER, "2");
    }
    return answer.build();
  }

  /** A refusal with one reason. */
  public static Response refused(int status, String ruleId, String type, String text) {
    return refused(Refusal.of(status, Finding.error(ruleId, type, "", text)));
  }

  /** 200 with everything found, or the refusal of what cannot be read. */
  public static Response validated(Validation validation) {
    return switch (validation) {
      case Validation.Unreadable unreadable -> refused(unreadable.refusal());
      case Validation.Judged judged -> ok(HubMessages.operationOutcome(judged.findings()));
    };
  }

  /** 404: no such thing, or another party's: the two are not told apart. */
  public static Response notFound(String what) {
    return refused(404, "not-found", "not-found", "There is no " + what + " here for you.");
  }

  /** 503: the world behind us is broken; the same request may be sent again. */
  public static Response unavailable() {
    return refused(
        503,
        "unavailable",
        "transient",
        "The hub cannot take this now. Send it again with the same X-Request-ID.");
  }
}
