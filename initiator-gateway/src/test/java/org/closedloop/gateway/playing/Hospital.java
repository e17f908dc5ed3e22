package org.closedloop.gateway.playing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.directory.Role;
import org.closedloop.kit.testing.TestTokens;

/**
 * A hospital that speaks FHIR over HTTP.
 *
 * @param base of the gateway, for instance {@code http://127.0.0.1:8081/}
 * @param authorization header value, null for none
 */
public record Hospital(URI base, String authorization) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A party with a good token. */
  public static Hospital of(URI base, String party) {
    return new Hospital(base, TestTokens.of(party, Role.INITIATOR));
  }

  /** An answer. */
  public record Reply(
      int status,
      byte[] body,
      String contentType,
      Optional<String> location,
      Optional<String> retryAfter) {

    public JsonNode json() {
      return parse(body);
    }

    /** Rule ids of an OperationOutcome. */
    public List<String> rules() {
      List<String> all = new ArrayList<>();
      json().path("issue").forEach(i -> all.add(i.at("/details/coding/0/code").asText()));
      return all;
    }

    /** Elements an OperationOutcome names. */
    public List<String> elements() {
      List<String> all = new ArrayList<>();
      json().path("issue").forEach(i -> i.path("expression").forEach(e -> all.add(e.asText())));
      return all;
    }
  }

  /** {@code POST $process-message}. */
  public Reply send(byte[] message, String... headers) {
    return call("POST", "fhir/$process-message", message, headers);
  }

  /** GET of a path, or of a Location. */
  public Reply get(String path) {
    return call("GET", path.startsWith("/") ? path.substring(1) : path, null);
  }

  /** PUT of a resource. */
  public Reply put(String path, String body, String... headers) {
    return call("PUT", path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Any request; FHIR JSON unless the headers say otherwise. */
  public Reply call(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/" + path)).method(method, publisher(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (body != null && !List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/fhir+json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return reply(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    return new Reply(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Location"),
        response.headers().firstValue("Retry-After"));
  }

  private static BodyPublisher publisher(byte[] body) {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
  }

  /** JSON of bytes. */
  public static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
