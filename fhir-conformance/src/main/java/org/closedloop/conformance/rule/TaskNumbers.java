package org.closedloop.conformance.rule;

import java.util.List;
import org.closedloop.core.fhir.Fhir;

/** The Task has at most one number of each side; the recipient's names who assigned it. */
final class TaskNumbers implements Rule {

  @Override
  public String id() {
    return "task-numbers";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .task()
        .ifPresent(
            task -> {
              Numbers numbers = new Numbers(task, report);
              numbers.check(Fhir.PLACER, 0, List.of("value"));
              numbers.check(Fhir.FILLER, 0, List.of("value", "assigner"));
            });
  }
}
