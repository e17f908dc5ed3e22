package org.closedloop.conformance.rule;

import java.util.List;

/**
 * Entries of messages and documents hold a resource and nothing that could be executed (bdl-3,
 * bdl-4).
 */
final class EntryPlain implements Rule {

  @Override
  public String id() {
    return "entry-plain";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .bundles()
        .flatMap(bundle -> Located.of(bundle).children("entry").stream())
        .forEach(entry -> check(entry, report));
  }

  private static void check(Located entry, Report report) {
    for (String element : List.of("request", "response", "search")) {
      if (entry.count(element) > 0) {
        report.error(
            entry.path() + "." + element,
            "An entry of a message is not executed; remove this element.");
      }
    }
    if (entry.count("resource") == 0) {
      report.missing(entry.path() + ".resource", "The entry has no resource; add or remove it.");
    }
  }
}
