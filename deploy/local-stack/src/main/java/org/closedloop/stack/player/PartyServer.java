package org.closedloop.stack.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.closedloop.stack.process.StackFailure;

/** A party's FHIR server: takes {@code $process-message} and answers with an empty 200. */
public final class PartyServer implements AutoCloseable {

  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /**
   * Starts to listen.
   *
   * @param address the party's address in the directory
   * @param inbox where messages go
   */
  public PartyServer(URI address, Inbox inbox) {
    try {
      server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
    } catch (IOException e) {
      throw new StackFailure(
          "Port " + address.getPort() + " is taken; a party of the demo needs it.", e);
    }
    server.setExecutor(threads);
    server.createContext(address.getPath(), exchange -> take(exchange, inbox));
    server.start();
  }

  private static void take(HttpExchange exchange, Inbox inbox) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      inbox.add(new Received("push", Message.of(body), System.nanoTime()));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
