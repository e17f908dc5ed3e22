package org.closedloop.adapter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.closedloop.core.directory.Role;
import org.closedloop.kit.testing.TestTokens;

/** A program's HTTP client against the adapter. */
public final class Recipient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;
  private final String authorization;

  private Recipient(URI base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** With a good token of the party. */
  public static Recipient of(URI base, String party) {
    return new Recipient(base, TestTokens.of(party, Role.RECIPIENT));
  }

  /** With any Authorization header; null means none. */
  public static Recipient with(URI base, String authorization) {
    return new Recipient(base, authorization);
  }

  /** POST $process-message as FHIR JSON. */
  public HttpResponse<String> processMessage(byte[] body) {
    return send("POST", "/fhir/$process-message", body, Map.of());
  }

  /** PUT of a Task. */
  public HttpResponse<String> putTask(String id, String body) {
    return send("PUT", "/fhir/Task/" + id, body.getBytes(), Map.of());
  }

  /** Any GET. */
  public HttpResponse<String> get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** Anything; headers given replace ours. */
  public HttpResponse<String> send(
      String method, String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body))
            .setHeader("Content-Type", "application/fhir+json");
    if (authorization != null) {
      request.setHeader("Authorization", authorization);
    }
    headers.forEach(request::setHeader);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
