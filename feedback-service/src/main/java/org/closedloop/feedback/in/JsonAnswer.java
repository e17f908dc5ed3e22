package org.closedloop.feedback.in;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** 200 with plain JSON. */
final class JsonAnswer {

  private JsonAnswer() {}

  static Response of(byte[] json) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
