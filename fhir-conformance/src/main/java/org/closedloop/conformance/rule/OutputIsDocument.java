package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/** Task.output leads to a feedback document and nothing else. */
final class OutputIsDocument implements Rule {

  @Override
  public String id() {
    return "output-is-document";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .task()
        .ifPresent(
            task ->
                Located.of(task).descendants("output.valueReference").stream()
                    .filter(reference -> !isDocument(message, reference))
                    .forEach(
                        reference ->
                            report.error(
                                reference.path(),
                                "Task.output has to lead to a Bundle of type document in the"
                                    + " message.")));
  }

  private static boolean isDocument(Message message, Located reference) {
    return message
        .target(reference.node(), "Bundle")
        .map(Entry::resource)
        .filter(bundle -> "document".equals(Nodes.text(bundle, "type")))
        .isPresent();
  }
}
