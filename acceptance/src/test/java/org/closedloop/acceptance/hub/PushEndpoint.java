package org.closedloop.acceptance.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A party's push address that keeps every byte it is sent, headers too, and can fail. */
public final class PushEndpoint implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  /** Starts to listen at a party's address. */
  public PushEndpoint(URI address) {
    try {
      server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(address.getPath(), this::take);
    server.start();
  }

  /** From now on answers with this status. */
  public void answer(int code) {
    status = code;
  }

  /** Headers and body of every request so far, whatever was answered. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.add(
          exchange.getRequestURI()
              + "\n"
              + exchange.getRequestHeaders().entrySet()
              + "\n"
              + new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
