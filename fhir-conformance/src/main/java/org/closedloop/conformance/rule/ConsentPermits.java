package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/**
 * Every consent a referral brings permits, and has no exception that denies, or does not say that
 * it permits: the hub cannot honour one, so it must not disclose.
 */
final class ConsentPermits implements Rule {

  @Override
  public String id() {
    return "consent-permits";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.isReferral()) {
      message.consents().forEach(consent -> check(consent, report));
    }
  }

  private static void check(Entry consent, Report report) {
    for (Located provision : Located.of(consent).children("provision")) {
      if ("deny".equals(Nodes.text(provision.node(), "type"))) {
        report.error(
            provision.path() + ".type",
            "The patient does not permit the disclosure; do not refer.");
      }
      checkExceptions(provision, report);
    }
  }

  private static void checkExceptions(Located provision, Report report) {
    for (Located exception : provision.children("provision")) {
      if (!"permit".equals(Nodes.text(exception.node(), "type"))) {
        report.error(
            exception.path() + ".type",
            "The consent makes an exception the hub cannot honour; send one without.");
      }
      checkExceptions(exception, report);
    }
  }
}
