package org.closedloop.gateway.core;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.WithheldNotes;
import org.closedloop.core.outcome.Finding;
import org.closedloop.gateway.core.arrival.Arrival;

/**
 * What the sender of an accepted message is told beside the verdict: what the gate let pass with a
 * warning, and what of a new referral the program will not get (design section 7).
 */
public final class Notes {

  private Notes() {}

  /**
   * The notes.
   *
   * @param message the router's filter is run over it once for what it keeps back
   */
  public static List<Finding> of(Arrival arrival, ReferralMessage message) {
    List<Finding> notes = new ArrayList<>(arrival.notes());
    if (arrival.opensReferral()) {
      UseCase useCase = arrival.useCase().orElseThrow();
      notes.addAll(
          WithheldNotes.of(MinimumNecessary.request(message, useCase).withheld(), "program"));
    }
    return List.copyOf(notes);
  }
}
