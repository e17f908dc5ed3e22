package org.closedloop.adapter.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.adapter.core.ResponseClaim.Made;
import org.closedloop.adapter.core.ResponseClaim.Refused;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.core.fhir.PatientKeys;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.fhir.TaskFacts;
import org.closedloop.core.fhir.Withheld;
import org.closedloop.core.fhir.WithheldNotes;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.state.Actor;

/** Makes claims of what programs send; feedback is filtered before it becomes one. Pure. */
public final class ResponseClaims {

  private static final byte[] NOTHING = new byte[0];

  private final Gate gate;
  private final UseCaseCatalog catalog;

  /** A maker of claims over what the hub knows. */
  public ResponseClaims(Gate gate, UseCaseCatalog catalog) {
    this.gate = gate;
    this.catalog = catalog;
  }

  /**
   * The claim of a message.
   *
   * @param message passed the gate
   * @param requestId X-Request-ID, or null
   * @param referralUseCase use case of the referral where the adapter knows it
   * @param at when the hub took it in
   */
  public ResponseClaim of(
      Reception.Message message, String requestId, Optional<String> referralUseCase, Instant at) {
    if (message.hasDocument() && contradicts(message, referralUseCase)) {
      return new Refused(otherUseCase(), message.facts().messageId());
    }
    UseCase useCase =
        message.useCase() != null
            ? message.useCase()
            : referralUseCase.flatMap(catalog::find).orElse(null);
    Filtered filtered = MinimumNecessary.feedback(message.content(), useCase);
    return broken(filtered)
        .<ResponseClaim>map(refusal -> new Refused(refusal, message.facts().messageId()))
        .orElseGet(
            () ->
                new Made(
                    claim(message, requestId, filtered.withheld(), at),
                    filtered.bytes(),
                    message.withoutContent(),
                    notes(message.notes(), filtered.withheld())));
  }

  /** A filtered message has to pass the gate itself; one left as it was has passed it already. */
  private Optional<Refusal> broken(Filtered filtered) {
    return filtered.changed()
            && gate.check(new Reading.Readable(filtered.tree()), Direction.FEEDBACK)
                instanceof GateResult.Refused no
        ? Optional.of(no.refusal())
        : Optional.empty();
  }

  /**
   * The claim of a bare Task; feedback-service writes the message that goes on.
   *
   * @param version If-Match, or null
   */
  public Made of(Reception.BareTask task, String requestId, String version, Instant at) {
    TaskFacts facts = task.facts();
    String party = task.program().id();
    Claim claim =
        Claim.report(
            ClaimId.ofTask(party, requestId, facts.id(), version, facts.fingerprint()),
            facts.id(),
            Actor.RECIPIENT,
            party,
            new Identity(null, null, facts.fingerprint()),
            new Report(
                facts.taskStatus(),
                facts.businessStatus(),
                facts.statusReason(),
                facts.hasOutput()),
            List.of(),
            at);
    return new Made(claim, NOTHING, task, List.of());
  }

  private static Claim claim(
      Reception.Message message, String requestId, List<Withheld> withheld, Instant at) {
    MessageFacts facts = message.facts();
    String party = message.program().id();
    return Claim.report(
        ClaimId.ofMessage(party, requestId, facts.messageId()),
        message.referralId(),
        Actor.RECIPIENT,
        party,
        new Identity(facts.messageId(), facts.bundleIdentifier(), facts.fingerprint()),
        new Report(
            facts.taskStatus(),
            facts.businessStatus(),
            facts.statusReason(),
            facts.hasOutput(),
            PatientKeys.scoped(message.initiator().id(), facts.patientKeys())),
        withheld,
        at);
  }

  private static boolean contradicts(Reception.Message message, Optional<String> referralUseCase) {
    return message.useCase() != null
        && referralUseCase.filter(name -> !name.equals(message.useCase().name())).isPresent();
  }

  private static Refusal otherUseCase() {
    return Refusal.of(
        422,
        Finding.error(
            "use-case-of-referral",
            "Bundle.entry.resource.ofType(Bundle).entry.resource.ofType(Composition).section.code",
            "The feedback document is of another use case than the referral. Send the section of"
                + " the referral's use case."));
  }

  private static List<Finding> notes(List<Finding> ofGate, List<Withheld> withheld) {
    List<Finding> all = new ArrayList<>(ofGate);
    all.addAll(WithheldNotes.of(withheld, "initiator"));
    return all;
  }
}
