package org.closedloop.acceptance.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.closedloop.stack.process.StackFailure;

/** Somebody who looks at answers of one service, one after the other, and times them. */
final class Visitor {

  private static final int WARM = 40;
  private static final int TIMES = 100;
  private static final int OK = 200;
  private static final long NANOS_IN_MICRO = 1000;
  private static final Pattern FORM_KEY = Pattern.compile("_csrf\" value=\"([^\"]*)");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final String base;
  private final String token;

  private Visitor(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** A program or hospital with its token. */
  static Visitor with(String base, String token) {
    return new Visitor(base, token);
  }

  /** A person who signs in. */
  static Visitor signedIn(String base, String user) {
    Visitor visitor = new Visitor(base, null);
    Matcher key = FORM_KEY.matcher(new String(visitor.get("/sign-in"), StandardCharsets.UTF_8));
    if (!key.find()) {
      throw new StackFailure("No form at " + base + "/sign-in.");
    }
    String form = "user=" + user + "&_csrf=" + encode(key.group(1));
    HttpRequest.Builder request =
        visitor
            .request("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    visitor.exchange(request.build());
    return visitor;
  }

  /**
   * Asks for a path again and again; what comes first warms up.
   *
   * @param path where {@code %d} stands for another number each time, for what is kept for a while
   */
  PageFigures look(long rows, String path) {
    int number = 0;
    for (; number < WARM; number++) {
      get(path, number);
    }
    Histogram micros = new Histogram(3);
    int bytes = 0;
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      bytes = Math.max(bytes, get(path, number++).length);
      micros.recordValue((System.nanoTime() - begin) / NANOS_IN_MICRO);
    }
    String page = base.substring(base.lastIndexOf(':')) + path.replaceAll("[0-9a-f-]{36}", "{id}");
    return new PageFigures(rows, page, Latencies.of(micros), bytes);
  }

  private byte[] get(String path, int number) {
    return get(path.replace("%d", String.valueOf(number)));
  }

  private byte[] get(String path) {
    HttpResponse<byte[]> answer = exchange(request(path).GET().build());
    if (answer.statusCode() != OK) {
      throw new StackFailure(base + path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return token == null
        ? request
        : request
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/fhir+json");
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new StackFailure("The hub does not answer at " + request.uri() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while waiting for the hub.", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
