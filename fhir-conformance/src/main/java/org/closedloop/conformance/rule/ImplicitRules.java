package org.closedloop.conformance.rule;

/** R4: a receiver that does not know an implicitRules has to refuse; the hub knows none. */
final class ImplicitRules implements Rule {

  @Override
  public String id() {
    return "implicit-rules";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .shape()
        .implicitRules()
        .forEach(
            path ->
                report.error(
                    path,
                    "The hub knows no implicit rules and must not ignore them; remove them."));
  }
}
