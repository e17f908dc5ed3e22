package org.closedloop.adapter.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The FHIR server of a program: notes what it gets and answers as it was told to. */
public final class ProgramServer {

  private static final Integer DROP = -1;

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Integer>> answers = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

  private volatile String retryAfter;

  ProgramServer(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.setExecutor(
          Executors.newCachedThreadPool(
              work -> {
                Thread thread = new Thread(work, "program-server");
                thread.setDaemon(true);
                return thread;
              }));
      server.createContext("/", this::answer);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next calls for a referral are answered like this; after them with 200. */
  public void answer(String referralId, Integer... statuses) {
    answers.put(referralId, new ArrayDeque<>(List.of(statuses)));
  }

  /** Every answer bears this {@code Retry-After} until it is taken back by null. */
  public void askFor(String retryAfter) {
    this.retryAfter = retryAfter;
  }

  /** The next call for a referral is taken, and the connection dropped instead of an answer. */
  public void drop(String referralId) {
    answer(referralId, DROP);
  }

  /** Calls for a referral are not answered until {@link #release}. */
  public void hold(String referralId) {
    held.put(referralId, new CountDownLatch(1));
  }

  /** Answers what was held. */
  public void release(String referralId) {
    held.remove(referralId).countDown();
  }

  /** All calls for a referral so far, in order. */
  public List<Call> calls(String referralId) {
    return calls.stream().filter(call -> referralId.equals(call.correlationId())).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String referral = exchange.getRequestHeaders().getFirst("X-Correlation-ID");
    calls.add(
        new Call(
            exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst("X-Request-ID"),
            referral,
            exchange.getRequestBody().readAllBytes()));
    CountDownLatch latch = held.get(referral);
    if (latch != null) {
      await(latch);
    }
    Integer status = answers.getOrDefault(referral, new ArrayDeque<>()).poll();
    if (DROP.equals(status)) {
      exchange.close();
      return;
    }
    if (retryAfter != null) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A call as it came.
   *
   * @param line method and path
   * @param contentType header
   * @param requestId X-Request-ID
   * @param correlationId X-Correlation-ID
   * @param body the bytes
   */
  public record Call(
      String line, String contentType, String requestId, String correlationId, byte[] body) {}
}
