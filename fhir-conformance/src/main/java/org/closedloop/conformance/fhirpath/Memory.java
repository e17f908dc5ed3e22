package org.closedloop.conformance.fhirpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Map;

/** What parts of expressions said of the resource they were last evaluated in. For one thread. */
final class Memory {

  private record Answer(JsonNode resource, JsonNode rootResource, Values values) {

    boolean isFor(Focus focus) {
      return resource == focus.resource().json() && rootResource == focus.rootResource().json();
    }
  }

  private final Map<Remembered, Answer> answers = new IdentityHashMap<>();

  /** Null when it has not been asked in this resource. */
  Values recall(Remembered part, Focus focus) {
    Answer answer = answers.get(part);
    return answer != null && answer.isFor(focus) ? answer.values() : null;
  }

  Values keep(Remembered part, Focus focus, Values values) {
    answers.put(part, new Answer(focus.resource().json(), focus.rootResource().json(), values));
    return values;
  }
}
