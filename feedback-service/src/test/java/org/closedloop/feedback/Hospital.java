package org.closedloop.feedback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hospital that hears back by push: a real HTTP server that answers what it is told to. */
final class Hospital implements AutoCloseable {

  /** Answered with an hour to wait. */
  private static final int TOO_MANY = 429;

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final String onlyFor;
  private final HttpServer server;

  /**
   * Starts the server.
   *
   * @param firstAnswers statuses of the first answers; after them always 200, empty
   */
  Hospital(Integer... firstAnswers) throws IOException {
    this(null, firstAnswers);
  }

  /**
   * The same, but what is pushed for other referrals, left by a test before, is answered 200.
   *
   * @param onlyFor referral id, null for all
   */
  Hospital(String onlyFor, Integer... firstAnswers) throws IOException {
    this.onlyFor = onlyFor;
    answers.addAll(List.of(firstAnswers));
    int port = Integer.getInteger(TestDirectory.PORT);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What was pushed for a referral, in order. */
  List<Call> calls(String referralId) {
    return calls.stream().filter(call -> referralId.equals(call.correlationId())).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String referral = exchange.getRequestHeaders().getFirst("X-Correlation-ID");
    Integer status = onlyFor == null || onlyFor.equals(referral) ? answers.poll() : null;
    int answered = status == null ? 200 : status;
    calls.add(
        new Call(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("X-Request-ID"),
            referral,
            exchange.getRequestHeaders().getFirst("Content-Type"),
            answered,
            body));
    if (answered == TOO_MANY) {
      exchange.getResponseHeaders().add("Retry-After", "3600");
    }
    exchange.sendResponseHeaders(answered, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** One push. */
  record Call(
      String path,
      String requestId,
      String correlationId,
      String contentType,
      int answered,
      String body) {}
}
