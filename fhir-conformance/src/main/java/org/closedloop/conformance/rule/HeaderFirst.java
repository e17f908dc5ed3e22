package org.closedloop.conformance.rule;

/** The first entry of a message is its MessageHeader (R4 bdl-12). */
final class HeaderFirst implements Rule {

  @Override
  public String id() {
    return "header-first";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.view().message().first("MessageHeader").isEmpty()) {
      report.missing(
          "Bundle.entry[0].resource",
          "The first entry of a message is its MessageHeader; put it there.");
    }
  }
}
