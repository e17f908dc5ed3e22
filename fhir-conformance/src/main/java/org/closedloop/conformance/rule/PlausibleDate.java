package org.closedloop.conformance.rule;

import java.time.Duration;
import java.util.Optional;
import org.closedloop.conformance.shape.FhirTimes;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/**
 * A Task of tomorrow is accepted, but the sender is told: clocks may differ, typing errors happen.
 */
final class PlausibleDate implements Rule {

  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofDays(1);

  @Override
  public String id() {
    return "plausible-date";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .task()
        .filter(task -> isFuture(message, task))
        .ifPresent(
            task ->
                report.warning(
                    task.path("authoredOn"), "Task.authoredOn is in the future; please check it."));
  }

  private static boolean isFuture(Message message, Entry task) {
    return Optional.ofNullable(Nodes.text(task.resource(), "authoredOn"))
        .flatMap(FhirTimes::dateTime)
        .filter(span -> span.from().isAfter(message.now().plus(CLOCKS_MAY_DIFFER)))
        .isPresent();
  }
}
