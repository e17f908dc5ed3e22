package org.closedloop.acceptance.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's Prometheus as a child process, with a configuration and data of its own. */
final class Prometheus implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final Process process;
  private final String base;

  /**
   * Starts it.
   *
   * @param program its file
   * @param config what it scrapes
   * @param folder for its data
   */
  Prometheus(Path program, Path config, Path folder) {
    int port = freePort();
    base = "http://127.0.0.1:" + port;
    try {
      process =
          new ProcessBuilder(
                  program.toString(),
                  "--config.file=" + config,
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=127.0.0.1:" + port)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("prometheus.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program of the PATH. */
  static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What a query brings; an error of it is in {@code status}. */
  JsonNode query(String expression) {
    return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
  }

  /** All metrics it knows. */
  List<String> names() {
    return get("/api/v1/label/__name__/values")
        .path("data")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  /** What an address answers; an empty tree while it does not answer yet. */
  JsonNode get(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
      return mapper.readTree(
          client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
    } catch (IOException e) {
      return mapper.createObjectNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
