package org.closedloop.conformance.rule;

/** Every section says by code what it is. */
final class SectionCode implements Rule {

  @Override
  public String id() {
    return "section-code";
  }

  @Override
  public void check(Message message, Report report) {
    message.sections().stream()
        .map(Section::place)
        .filter(section -> section.count("code") == 0)
        .forEach(
            section ->
                report.missing(
                    section.path() + ".code", "The section has no code; say which one it is."));
  }
}
