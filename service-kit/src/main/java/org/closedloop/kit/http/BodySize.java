package org.closedloop.kit.http;

import io.vertx.core.http.HttpServerRequest;

/** How large a request says its body is. */
final class BodySize {

  private BodySize() {}

  /** Bytes by Content-Length; for one sent in chunks the largest that is looked at; else 0. */
  static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    if (length == null) {
      return request.getHeader("Transfer-Encoding") == null ? 0 : BodyRules.LIMIT;
    }
    try {
      return Math.max(0, Long.parseLong(length));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
