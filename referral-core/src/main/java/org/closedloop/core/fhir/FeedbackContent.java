package org.closedloop.core.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.closedloop.core.catalog.UseCase;

/**
 * The outcome of a referral as a person typed it in.
 *
 * @param messageId the new MessageHeader.id, a UUID; the same id always makes the same message
 * @param at when it was sent
 * @param useCase the referral's
 * @param seenOn the day the results are of
 * @param summary what the program tells the doctor
 * @param results what was measured and found
 */
public record FeedbackContent(
    String messageId,
    Instant at,
    UseCase useCase,
    LocalDate seenOn,
    String summary,
    List<FeedbackResult> results) {

  public FeedbackContent {
    results = List.copyOf(results);
  }
}
