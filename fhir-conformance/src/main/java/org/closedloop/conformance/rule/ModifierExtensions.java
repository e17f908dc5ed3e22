package org.closedloop.conformance.rule;

/** R4: a receiver that does not know a modifierExtension has to refuse; the hub knows none. */
final class ModifierExtensions implements Rule {

  @Override
  public String id() {
    return "modifier-extension";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .shape()
        .modifierExtensions()
        .forEach(
            path ->
                report.error(
                    path,
                    "The hub knows no modifier extension and must not ignore it; remove it."));
  }
}
