package org.closedloop.adapter.core;

import java.util.Set;

/** Reads a program's HTTP status by the retry contract (design section 5). Pure. */
public final class PushAnswer {

  private static final Set<Integer> LATER = Set.of(408, 425, 429);
  private static final int DUPLICATE = 409;

  private PushAnswer() {}

  /**
   * Classifies an answer. An empty 2xx is a success; a conflict means the program had it already,
   * since every attempt bears the same id.
   *
   * @param httpStatus status of the answer
   */
  public static AttemptResult classify(int httpStatus) {
    if (httpStatus / 100 == 2 || httpStatus == DUPLICATE) {
      return new AttemptResult.HandedOver();
    }
    String word = "http-" + httpStatus;
    return httpStatus / 100 == 4 && !LATER.contains(httpStatus)
        ? new AttemptResult.Refused(word)
        : new AttemptResult.NotTaken(word, false);
  }
}
