package org.closedloop.stack.player;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.closedloop.stack.process.StackFailure;

/** A party's HTTP client of the hub. */
public final class HubHttp {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String token;
  private final Duration limit;

  /**
   * @param base for instance {@code http://127.0.0.1:8081}
   * @param token bearer token, or null to send none
   */
  public HubHttp(String base, String token) {
    this(base, token, LIMIT);
  }

  /** The same with a limit of its own for one exchange. */
  public HubHttp(String base, String token, Duration limit) {
    this.base = base;
    this.token = token;
    this.limit = limit;
  }

  /**
   * What the hub answered.
   *
   * @param status HTTP status
   * @param body the resource; empty where there is none
   * @param location Location header, or null
   */
  public record Answer(int status, Message body, String location) {}

  /** POST of a message to {@code $process-message}. */
  public Answer process(byte[] message) {
    return send("POST", "/fhir/$process-message", message, UUID.randomUUID().toString());
  }

  /** GET of a path. */
  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  /** PUT of a resource. */
  public Answer put(String path, byte[] resource) {
    return send("PUT", path, resource, UUID.randomUUID().toString());
  }

  /** Any request; a request id of null sends none. */
  public Answer send(String method, String path, byte[] body, String requestId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(limit)
            .header("Accept", "application/fhir+json")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body != null) {
      request.header("Content-Type", "application/fhir+json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (requestId != null) {
      request.header("X-Request-ID", requestId);
    }
    return exchange(request.build());
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      String location = response.headers().firstValue("Location").orElse(null);
      return new Answer(response.statusCode(), Message.of(response.body()), location);
    } catch (IOException e) {
      throw new StackFailure("The hub does not answer at " + request.uri() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while waiting for the hub.", e);
    }
  }
}
