package org.closedloop.conformance.rule;

/** A message has one MessageHeader. */
final class HeaderSingle implements Rule {

  @Override
  public String id() {
    return "header-single";
  }

  @Override
  public void check(Message message, Report report) {
    message.view().message().ofType("MessageHeader").stream()
        .skip(1)
        .forEach(
            header ->
                report.error(
                    header.path(), "A message has only one MessageHeader; remove this one."));
  }
}
