package org.closedloop.gateway.core.arrival;

import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.GateResult;
import org.closedloop.conformance.consent.GivenConsent;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.claim.ConsentTerms;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.outcome.Finding;

/**
 * A message that passed the gate, with all that the policies look at.
 *
 * @param sender the party by its token or topic
 * @param facts what the message says
 * @param saying what it is for
 * @param recipient the party of Task.owner, empty when the directory has none
 * @param useCase which use case it belongs to, empty when it does not tell
 * @param consent when the consents it brought were given and end, empty when it brought none
 * @param notes what the gate found and let pass
 */
public record Arrival(
    Party sender,
    MessageFacts facts,
    Saying saying,
    Optional<Party> recipient,
    Optional<UseCase> useCase,
    Optional<ConsentTerms> consent,
    List<Finding> notes) {

  public Arrival {
    notes = List.copyOf(notes);
  }

  /** Looks up what the policies need. */
  public static Arrival of(Party sender, GateResult.Passed passed, Directory directory) {
    MessageFacts facts = passed.message().facts();
    return new Arrival(
        sender,
        facts,
        Saying.of(facts),
        directory.byNpi(facts.ownerNpi()),
        Optional.ofNullable(passed.useCase()),
        GivenConsent.of(passed.message()),
        passed.notes());
  }

  /** True for row 01, false for what follows it. */
  public boolean opensReferral() {
    return saying instanceof Saying.Referral;
  }
}
