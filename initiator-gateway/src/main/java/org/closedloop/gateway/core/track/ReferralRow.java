package org.closedloop.gateway.core.track;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.pages.view.Times;

/**
 * A referral in the list, ready to be shown.
 *
 * @param id referral id
 * @param number the hospital's own number of it
 * @param subject use case
 * @param program name of the program
 * @param badge how it stands
 * @param late what is late, or null
 * @param age since when it is on its way; of the closed, how long it took
 * @param since the moment it was taken in
 */
public record ReferralRow(
    String id,
    String number,
    String subject,
    String program,
    Badge badge,
    String late,
    String age,
    String since) {

  static ReferralRow of(ReferralLine line, UnaryOperator<String> useCases, Instant now) {
    Instant end = line.closedAt() == null ? now : line.closedAt();
    return new ReferralRow(
        line.id(),
        line.serviceNumber(),
        useCases.apply(line.useCase()),
        Turns.program(line),
        Badge.of(line),
        line.late().isEmpty() ? null : Turns.late(line.late().get(0), now),
        Times.span(line.acceptedAt(), end),
        Times.moment(line.acceptedAt()));
  }
}
