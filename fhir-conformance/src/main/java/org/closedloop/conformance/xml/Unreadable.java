package org.closedloop.conformance.xml;

import javax.xml.stream.XMLStreamException;
import org.closedloop.core.outcome.Finding;

/**
 * Ends the reading at the first thing that makes a body unreadable, as the parser's own exception
 * does. Never leaves this package: {@link XmlReader} makes a refusal of it.
 */
final class Unreadable extends XMLStreamException {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  Unreadable(Finding finding) {
    super(finding.ruleId());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
