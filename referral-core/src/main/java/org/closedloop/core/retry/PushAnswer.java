package org.closedloop.core.retry;

import java.time.Duration;
import java.util.Set;

/** What an HTTP answer to a push means by the retry contract (design section 5). */
public sealed interface PushAnswer {

  /** The party has the message: any 2xx, also empty, and 409, since each attempt bears one id. */
  record Taken() implements PushAnswer {}

  /**
   * Try again.
   *
   * @param word code word of the reason
   * @param asked how long the party asks to wait; null when it does not
   */
  record Later(String word, Duration asked) implements PushAnswer {}

  /**
   * It will not have it as it is.
   *
   * @param word code word of the reason
   */
  record Never(String word) implements PushAnswer {}

  /**
   * Classifies an answer by its status; its body is never read.
   *
   * @param status HTTP status
   * @param asked its Retry-After, or null
   */
  static PushAnswer of(int status, Duration asked) {
    if (status / 100 == 2 || status == Statuses.DUPLICATE) {
      return new Taken();
    }
    String word = "http-" + status;
    return status / 100 == 4 && !Statuses.LATER.contains(status)
        ? new Never(word)
        : new Later(word, asked);
  }

  /** The statuses that are not what their first digit says. */
  final class Statuses {
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final int DUPLICATE = 409;

    private Statuses() {}
  }
}
