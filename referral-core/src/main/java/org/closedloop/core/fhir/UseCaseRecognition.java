package org.closedloop.core.fhir;

import java.util.Collection;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.outcome.Refusal;

/**
 * Which use case a message belongs to: the code of its use-case section first, cross-checked with
 * ServiceRequest.reasonCode and ServiceRequest.code (guide contradiction C01). A message without
 * documents (a status update) is told by its reason alone.
 */
public sealed interface UseCaseRecognition {

  /** It belongs to this one. */
  record Recognised(UseCase useCase) implements UseCaseRecognition {}

  /** None, more than one, or section and reason disagree; status 422. */
  record Unrecognised(Refusal refusal) implements UseCaseRecognition {}

  /** Takes the message as a referral request when Task.status says so, else as a feedback. */
  static UseCaseRecognition of(MessageFacts facts, Collection<UseCase> useCases) {
    return facts.taskStatus() != null && Fhir.REQUEST_STATUSES.contains(facts.taskStatus())
        ? request(facts, useCases)
        : feedback(facts, useCases);
  }

  /** A message from an initiator: a section of the feedback is refused. */
  static UseCaseRecognition request(MessageFacts facts, Collection<UseCase> useCases) {
    return new UseCaseMatcher(facts, useCases, UseCase::request, UseCase::feedback).match();
  }

  /** A message from a recipient: a use-case section of the request is refused. */
  static UseCaseRecognition feedback(MessageFacts facts, Collection<UseCase> useCases) {
    return new UseCaseMatcher(facts, useCases, UseCase::feedback, UseCase::request).match();
  }
}
