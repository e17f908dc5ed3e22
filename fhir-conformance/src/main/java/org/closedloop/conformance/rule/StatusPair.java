package org.closedloop.conformance.rule;

import java.util.Map;
import java.util.Set;

/** Task.status and Task.businessStatus are a pair of the state-transition table. */
final class StatusPair implements Rule {

  private static final Set<String> IN_PROGRESS = Set.of("in-progress");

  private static final Map<String, Set<String>> STATUSES =
      Map.ofEntries(
          Map.entry("2.0", Set.of("draft", "requested", "received")),
          Map.entry("3.0", Set.of("accepted")),
          Map.entry("4.0", Set.of("rejected")),
          Map.entry("5.1", IN_PROGRESS),
          Map.entry("5.1.1", IN_PROGRESS),
          Map.entry("5.1.2", IN_PROGRESS),
          Map.entry("5.1.3", IN_PROGRESS),
          Map.entry("5.1.4", IN_PROGRESS),
          Map.entry("5.2", IN_PROGRESS),
          Map.entry("6.0", Set.of("cancelled")),
          Map.entry("7.0", Set.of("completed")));

  private static final String PAIRS =
      "The pairs are requested or received with 2.0, accepted 3.0, rejected 4.0, in-progress 5.1 to"
          + " 5.1.4 or 5.2, cancelled 6.0, completed 7.0.";

  @Override
  public String id() {
    return "status-pair";
  }

  @Override
  public void check(Message message, Report report) {
    String code = message.facts().businessStatus();
    String status = message.facts().taskStatus();
    if (code == null || status == null) {
      return;
    }
    String path = message.view().task().map(task -> task.path("businessStatus")).orElse("");
    if (!STATUSES.containsKey(code)) {
      report.error(
          path, "The guide has no such business status; use one of its codes or none. " + PAIRS);
    } else if (!STATUSES.get(code).contains(status)) {
      report.error(
          path,
          "Task.businessStatus does not belong to Task.status; correct one of them. " + PAIRS);
    }
  }
}
