package org.closedloop.conformance.rule;

/** Every entry has a fullUrl: without one nothing can reference it. */
final class FullUrlPresent implements Rule {

  @Override
  public String id() {
    return "fullurl-present";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .bundles()
        .forEach(
            bundle ->
                Located.of(bundle).children("entry").stream()
                    .filter(entry -> entry.count("fullUrl") == 0)
                    .forEach(
                        entry ->
                            report.missing(
                                entry.path() + ".fullUrl",
                                "The entry has no fullUrl; give it one, a urn:uuid for"
                                    + " instance.")));
  }
}
