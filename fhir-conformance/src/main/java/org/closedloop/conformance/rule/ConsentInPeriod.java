package org.closedloop.conformance.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.closedloop.conformance.shape.FhirTimes;
import org.closedloop.core.fhir.Nodes;

/**
 * Every consent a referral brings is in its period now, and was given already. The period of an
 * exception within counts nothing: what may deny is refused by {@code consent-permits} anyway.
 */
final class ConsentInPeriod implements Rule {

  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofDays(1);

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
      message.consents().stream()
          .filter(consent -> givenLater(Located.of(consent), message.now()))
          .forEach(
              consent ->
                  report.error(
                      consent.path("dateTime"),
                      "The consent is dated in the future; send one that was given."));
    }
  }

  private static boolean givenLater(Located consent, Instant now) {
    return time(consent, "dateTime")
        .filter(given -> given.from().isAfter(now.plus(CLOCKS_MAY_DIFFER)))
        .isPresent();
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
