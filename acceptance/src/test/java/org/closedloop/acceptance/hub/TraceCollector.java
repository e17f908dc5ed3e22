package org.closedloop.acceptance.hub;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Takes spans as a collector of OpenTelemetry does: OTLP in binary form over HTTP. */
public final class TraceCollector {

  private static final int OK = 200;

  private final Queue<Seen> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /**
   * A span that came.
   *
   * @param service who told
   * @param parent id of the one above, empty for the first
   * @param facts its attributes
   * @param text all of it, as text
   */
  public record Seen(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      Map<String, String> facts,
      String text) {}

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
  }

  /** All that came so far. */
  public List<Seen> spans() {
    return List.copyOf(spans);
  }

  /** What came of one referral. */
  public List<Seen> of(String referralId) {
    String trace = referralId.replace("-", "");
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExportTraceServiceRequest told =
          ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes());
      told.getResourceSpansList().forEach(this::take);
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(OK, answer.length == 0 ? -1 : answer.length);
    }
  }

  private void take(ResourceSpans of) {
    String service = facts(of.getResource().getAttributesList()).get("service.name");
    of.getScopeSpansList()
        .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(seen(service, span))));
  }

  private static Seen seen(String service, Span span) {
    return new Seen(
        service,
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getName(),
        facts(span.getAttributesList()),
        span.toString());
  }

  private static Map<String, String> facts(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, fact -> fact.getValue().getStringValue()));
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }
}
