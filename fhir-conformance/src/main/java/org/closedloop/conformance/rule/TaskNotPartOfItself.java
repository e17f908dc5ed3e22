package org.closedloop.conformance.rule;

import java.util.List;
import org.closedloop.core.fhir.Entry;

/** No Task is part of itself or based on itself. */
final class TaskNotPartOfItself implements Rule {

  @Override
  public String id() {
    return "task-not-part-of-itself";
  }

  @Override
  public void check(Message message, Report report) {
    message.view().task().ifPresent(task -> check(message, task, report));
  }

  private static void check(Message message, Entry task, Report report) {
    for (String element : List.of("partOf", "basedOn")) {
      for (Located reference : Located.of(task).children(element)) {
        if (message.target(reference.node(), "Task").filter(task::sameAs).isPresent()) {
          report.error(
              reference.path(),
              "The Task refers to itself as its own whole; remove the reference.");
        }
      }
    }
  }
}
