package org.closedloop.conformance.rule;

import java.time.Instant;
import java.util.Optional;
import org.closedloop.conformance.shape.FhirTimes;
import org.closedloop.core.fhir.Nodes;

/** Every consent a referral brings is in its period now. */
final class ConsentInPeriod implements Rule {

  @Override
  public String id() {
    return "consent-in-period";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.isReferral()) {
      message.consents().stream()
          .flatMap(consent -> Located.of(consent).descendants("provision.period").stream())
          .filter(period -> !covers(period, message.now()))
          .forEach(
              period ->
                  report.error(period.path(), "The consent is not valid today; send one that is."));
    }
  }

  private static boolean covers(Located period, Instant now) {
    boolean begun = time(period, "start").map(s -> !now.isBefore(s.from())).orElse(true);
    boolean notOver = time(period, "end").map(s -> now.isBefore(s.to())).orElse(true);
    return begun && notOver;
  }

  private static Optional<FhirTimes.Span> time(Located period, String element) {
    return Optional.ofNullable(Nodes.text(period.node(), element)).flatMap(FhirTimes::dateTime);
  }
}
