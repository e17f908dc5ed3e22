package org.closedloop.acceptance.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a service of the hub tells Prometheus. */
public final class Metrics {

  private Metrics() {}

  /** All of one service, as text. */
  public static String of(Hub hub, String service) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + hub.stack().port(service) + "/q/metrics");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }

  /** Value of a gauge, by its name and labels as they stand in the text; 0 when it is not there. */
  public static double gauge(Hub hub, String service, String name)
      throws IOException, InterruptedException {
    return of(hub, service)
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }
}
