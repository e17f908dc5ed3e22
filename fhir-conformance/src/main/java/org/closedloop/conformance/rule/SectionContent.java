package org.closedloop.conformance.rule;

/** A section has text, entries or sections (R4 cmp-1). */
final class SectionContent implements Rule {

  @Override
  public String id() {
    return "section-content";
  }

  @Override
  public void check(Message message, Report report) {
    message.sections().stream()
        .map(Section::place)
        .filter(s -> s.count("text") + s.count("entry") + s.count("section") == 0)
        .forEach(
            section ->
                report.error(
                    section.path(),
                    "The section has no text, no entry and no section; fill or remove it."));
  }
}
