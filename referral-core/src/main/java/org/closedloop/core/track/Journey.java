package org.closedloop.core.track;

import java.util.List;

/**
 * A referral and its way so far, for its hospital.
 *
 * @param referral how it stands
 * @param statusReason free text of its last move, or null; PHI may be in it
 * @param steps all that was decided, in sequence, refusals included
 */
public record Journey(ReferralLine referral, String statusReason, List<JourneyStep> steps) {

  public Journey {
    steps = List.copyOf(steps);
  }

  /** Ids of its feedback documents, in the order they came. */
  public List<String> documents() {
    return steps.stream()
        .filter(step -> step.accepted() && step.documentId() != null)
        .map(JourneyStep::documentId)
        .distinct()
        .toList();
  }
}
