package org.closedloop.kit.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what the HTTP layer itself refuses, and what breaks, into OperationOutcomes. */
public class ErrorMapping {

  private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

  /** 404, 405, 406, 415 of the HTTP layer. */
  @ServerExceptionMapper
  public Response refusedByHttp(WebApplicationException e, HttpHeaders headers) {
    return XmlAnswers.negotiated(headers, refusal(e));
  }

  private static Response refusal(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    return switch (status) {
      case 404 -> Answers.notFound("such address");
      case 405 -> Answers.refused(405, "method", "not-supported", "This method is not offered.");
      case 413 -> Answers.refused(BodyRules.tooLarge());
      default ->
          Answers.refused(status, "http", "processing", "The request could not be understood.");
    };
  }

  /** Anything unexpected: 500 without a word of content; the class of the error goes to the log. */
  @ServerExceptionMapper
  public Response broken(Throwable e, HttpHeaders headers) {
    LOG.errorf("request failed error=%s at=%s", e.getClass().getName(), firstFrame(e));
    return XmlAnswers.negotiated(
        headers,
        Answers.refused(
            500,
            "internal",
            "exception",
            "The hub failed to handle this. Send it again with the same X-Request-ID; if it fails"
                + " again, tell the hub's operators."));
  }

  private static String firstFrame(Throwable e) {
    return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
  }
}
