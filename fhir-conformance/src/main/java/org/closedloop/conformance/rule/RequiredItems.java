package org.closedloop.conformance.rule;

import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.Item;
import org.closedloop.core.fhir.ItemMatch;

/**
 * What the use case marks as required is there: in a referral, and in the feedback that completes
 * it.
 */
final class RequiredItems implements Rule {

  @Override
  public String id() {
    return "required-items";
  }

  @Override
  public void check(Message message, Report report) {
    boolean completes = "completed".equals(message.facts().taskStatus());
    if (message.isReferral() || completes) {
      message.flow().ifPresent(flow -> check(message, flow, report));
    }
  }

  private static void check(Message message, Flow flow, Report report) {
    flow.items().stream()
        .filter(Item::required)
        .filter(item -> !isThere(message, item))
        .forEach(
            item ->
                report.missing(
                    message.compositions().map(c -> c.path("section")).findFirst().orElse(""),
                    "The use case demands '" + item.name() + "'; add it to its section."));
  }

  private static boolean isThere(Message message, Item item) {
    return message.sections().stream()
        .anyMatch(
            section ->
                section.entries(message.view()).stream()
                    .anyMatch(entry -> ItemMatch.means(item, entry, section.code())));
  }
}
