package org.closedloop.acceptance.chaos.play;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.process.StackFailure;

/**
 * A party's client that keeps to the retry contract (design section 5): on 408, 425, 429, 503, 504
 * or no answer it sends the same again under the same request id; after a 202 it asks at the
 * Location until there is an answer.
 */
final class PatientClient {

  /** For one exchange. */
  static final Duration LIMIT = Duration.ofSeconds(15);

  private static final Set<Integer> AGAIN = Set.of(408, 425, 429, 503, 504);
  private static final int NOT_YET = 202;
  private static final long FIRST_PAUSE_MS = 200;
  private static final long LONGEST_PAUSE_MS = 2_000;
  private static final int DOUBLINGS = 8;

  private final HubHttp http;
  private final Semaphore places;

  /**
   * @param http the party's client
   * @param places how many requests may be under way, of all parties together
   */
  PatientClient(HubHttp http, Semaphore places) {
    this.http = http;
    this.places = places;
  }

  /** The final answer to a request, however long it takes. */
  HubHttp.Answer insist(String method, String path, byte[] body, String requestId)
      throws InterruptedException {
    HubHttp.Answer answer = untilAnswered(method, path, body, requestId);
    if (answer.status() != NOT_YET || answer.location() == null) {
      return answer;
    }
    String place = path(URI.create(answer.location()));
    for (int tried = 1; answer.status() == NOT_YET; tried++) {
      pause(tried);
      answer = untilAnswered("GET", place, null, null);
    }
    return answer;
  }

  private static String path(URI location) {
    return location.getRawQuery() == null
        ? location.getRawPath()
        : location.getRawPath() + "?" + location.getRawQuery();
  }

  private HubHttp.Answer untilAnswered(String method, String path, byte[] body, String requestId)
      throws InterruptedException {
    for (int tried = 1; ; tried++) {
      HubHttp.Answer answer = once(method, path, body, requestId);
      if (answer != null && !AGAIN.contains(answer.status())) {
        return answer;
      }
      pause(tried);
    }
  }

  /** Null when there was no answer. */
  private HubHttp.Answer once(String method, String path, byte[] body, String requestId)
      throws InterruptedException {
    places.acquire();
    try {
      return http.send(method, path, body, requestId);
    } catch (StackFailure | UncheckedIOException noAnswer) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      return null;
    } finally {
      places.release();
    }
  }

  private static void pause(int tried) throws InterruptedException {
    long doubled = FIRST_PAUSE_MS << Math.min(tried - 1, DOUBLINGS);
    TimeUnit.MILLISECONDS.sleep(Math.min(LONGEST_PAUSE_MS, doubled));
  }
}
