package org.closedloop.conformance.rule;

/** A ServiceRequest that says "do not perform" is no referral. */
final class DoNotPerform implements Rule {

  @Override
  public String id() {
    return "do-not-perform";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .all("ServiceRequest")
        .filter(request -> request.resource().path("doNotPerform").asBoolean())
        .forEach(
            request ->
                report.error(
                    request.path("doNotPerform"),
                    "The request says that the service must not be performed; nothing to refer."));
  }
}
