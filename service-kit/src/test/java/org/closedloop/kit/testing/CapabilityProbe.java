package org.closedloop.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.StrictShape;

/**
 * Tries out what a FHIR server may offer and compares it with what its CapabilityStatement says, in
 * both directions.
 */
public final class CapabilityProbe {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> TYPES =
      List.of(
          "Task",
          "Bundle",
          "ServiceRequest",
          "MessageHeader",
          "Patient",
          "Consent",
          "Coverage",
          "Observation",
          "Condition",
          "MedicationRequest",
          "Subscription",
          "Composition",
          "Organization");

  private final URI base;
  private final String authorization;
  private final JsonNode statement;

  /**
   * @param root of the service, with a slash at its end
   * @param authorization header of a party that may do everything
   */
  public CapabilityProbe(URI root, String authorization) {
    this.base = root.resolve("/fhir/");
    this.authorization = authorization;
    this.statement = json(send("GET", "metadata", null, "application/fhir+json"));
  }

  /** Fails unless the statement lists what answers and nothing else, and is FHIR. */
  public void assertTrue() {
    assertThat(said()).isEqualTo(found());
    assertThat(said()).contains("$process-message", "Bundle $validate", "Task update");
    assertThat(parametersNotUnderstood()).isEmpty();
    assertThat(new StrictShape(R4Model.shared()).check((ObjectNode) statement).findings())
        .isEmpty();
  }

  /** What the statement says, one word line each, sorted. */
  private Set<String> said() {
    Set<String> said = new TreeSet<>();
    statement.path("format").forEach(format -> said.add("format " + format.asText()));
    JsonNode server = statement.at("/rest/0");
    server.path("operation").forEach(o -> said.add("$" + o.get("name").asText()));
    for (JsonNode resource : server.path("resource")) {
      String type = resource.get("type").asText();
      resource.path("interaction").forEach(i -> said.add(type + " " + i.get("code").asText()));
      resource.path("operation").forEach(o -> said.add(type + " $" + o.get("name").asText()));
    }
    return said;
  }

  /** What answers, in the same words. */
  private Set<String> found() {
    Set<String> found = new TreeSet<>();
    for (String format : List.of("application/fhir+json", "application/fhir+xml", "json", "xml")) {
      add(found, "format " + format, speaks(format));
    }
    for (String operation : List.of("process-message", "validate", "export")) {
      add(found, "$" + operation, offered("POST", "$" + operation));
    }
    for (String type : TYPES) {
      add(found, type + " read", offered("GET", type + "/none"));
      add(found, type + " vread", offered("GET", type + "/none/_history/1"));
      add(found, type + " search-type", offered("GET", type));
      add(found, type + " create", offered("POST", type));
      add(found, type + " update", offered("PUT", type + "/none"));
      add(found, type + " patch", offered("PATCH", type + "/none"));
      add(found, type + " delete", offered("DELETE", type + "/none"));
      add(found, type + " $validate", offered("POST", type + "/$validate"));
    }
    return found;
  }

  /** Listed search parameters that are not understood. */
  private List<String> parametersNotUnderstood() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode resource : statement.at("/rest/0/resource")) {
      for (JsonNode parameter : resource.path("searchParam")) {
        String search = resource.get("type").asText() + "?" + parameter.get("name").asText() + "=x";
        if (send("GET", search, null, "application/fhir+json").statusCode() != 200) {
          wrong.add(search);
        }
      }
    }
    return wrong;
  }

  private static void add(Set<String> words, String word, boolean there) {
    if (there) {
      words.add(word);
    }
  }

  /** A format is spoken when answers come in it and bodies in it are read. */
  private boolean speaks(String format) {
    boolean mediaType = format.contains("/");
    String wanted = mediaType ? format : "application/fhir+" + format;
    HttpResponse<byte[]> answer =
        mediaType
            ? send("GET", "metadata", null, format)
            : send("GET", "metadata?_format=" + format, null, "*/*");
    boolean read =
        !mediaType || send("POST", "$process-message", format, "*/*").statusCode() == 400;
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return read && type.startsWith(wanted);
  }

  /** An address that is not there says so; anything else is an answer of what is there. */
  private boolean offered(String method, String path) {
    HttpResponse<byte[]> answer =
        send(method, path, "application/fhir+json", "application/fhir+json");
    return answer.statusCode() != 405
        && !(answer.statusCode() == 404
            && new String(answer.body(), StandardCharsets.UTF_8).contains("such address"));
  }

  private HttpResponse<byte[]> send(String method, String path, String type, String accept) {
    boolean hasBody = type != null && !method.equals("GET") && !method.equals("DELETE");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(method, hasBody ? BodyPublishers.ofString("?") : BodyPublishers.noBody())
            .header("Authorization", authorization)
            .header("Accept", accept);
    if (hasBody) {
      request.header("Content-Type", type);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
