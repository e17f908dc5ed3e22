package org.closedloop.acceptance.chaos.play;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.closedloop.acceptance.chaos.ledger.Book;
import org.closedloop.acceptance.chaos.ledger.Side;
import org.closedloop.stack.process.StackFailure;

/** A party's {@code $process-message}; notes what it takes, and can behave badly. */
public final class PushEars {

  private static final int BUSY = 429;
  private static final int FAILED = 500;

  /** Longer than the hub waits for an answer (10 s). */
  private static final long LATE_MS = 12_000;

  private static final long ROUND_MS = 100;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Book book;
  private final Side side;
  private volatile Mood mood = Mood.WELL;

  /**
   * Listens on a free port of this machine.
   *
   * @param side whose endpoint it is
   */
  PushEars(Side side, Book book) {
    this.side = side;
    this.book = book;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new StackFailure("No port is free for a party's endpoint.", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens. */
  int port() {
    return server.getAddress().getPort();
  }

  /** From now on behaves like this. */
  public void be(Mood wanted) {
    mood = wanted;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Mood now = mood;
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (now.takes()) {
        book.seen(
            exchange.getRequestHeaders().getFirst("X-Correlation-ID"),
            Noting.of(side, exchange.getRequestHeaders().getFirst("X-Request-ID"), body));
      }
      answer(exchange, now);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, Mood now) throws IOException, InterruptedException {
    switch (now) {
      case WELL -> exchange.sendResponseHeaders(200, -1);
      case FAILING -> exchange.sendResponseHeaders(FAILED, -1);
      case BUSY -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(BUSY, -1);
      }
      case LATE -> {
        TimeUnit.MILLISECONDS.sleep(LATE_MS);
        exchange.sendResponseHeaders(200, -1);
      }
      case HANGING -> {
        while (mood == Mood.HANGING) {
          TimeUnit.MILLISECONDS.sleep(ROUND_MS);
        }
      }
      case DROPPING -> exchange.close();
    }
  }

  void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
