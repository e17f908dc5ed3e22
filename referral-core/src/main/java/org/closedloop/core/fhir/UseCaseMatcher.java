package org.closedloop.core.fhir;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.closedloop.core.catalog.Code;
import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** One recognition; see {@link UseCaseRecognition}. */
final class UseCaseMatcher {

  private static final String SECTION =
      "Bundle.entry.resource.ofType(Bundle).entry.resource.ofType(Composition).section.code";
  private static final String REASON = "Bundle.entry.resource.ofType(ServiceRequest).reasonCode";
  private static final String SERVICE = "Bundle.entry.resource.ofType(ServiceRequest).code";

  private final MessageFacts facts;
  private final Collection<UseCase> useCases;
  private final Function<UseCase, Flow> ownFlow;
  private final Function<UseCase, Flow> otherFlow;

  UseCaseMatcher(
      MessageFacts facts,
      Collection<UseCase> useCases,
      Function<UseCase, Flow> ownFlow,
      Function<UseCase, Flow> otherFlow) {
    this.facts = facts;
    this.useCases = useCases;
    this.ownFlow = ownFlow;
    this.otherFlow = otherFlow;
  }

  UseCaseRecognition match() {
    if (hasSectionOfOtherDirection()) {
      return no(
          "section-direction",
          SECTION,
          "The Composition has a section of the other direction (request or feedback); use the"
              + " section of this direction.");
    }
    List<UseCase> bySection =
        useCases.stream().filter(u -> facts.sections().contains(section(ownFlow, u))).toList();
    return switch (bySection.size()) {
      case 0 -> byReason();
      case 1 -> crossCheck(bySection.get(0));
      default ->
          no(
              "one-use-case-section",
              SECTION,
              "The Composition has sections of more than one use case; send one referral for"
                  + " each.");
    };
  }

  private boolean hasSectionOfOtherDirection() {
    return useCases.stream().anyMatch(u -> facts.sections().contains(section(otherFlow, u)));
  }

  private static String section(Function<UseCase, Flow> flow, UseCase useCase) {
    return flow.apply(useCase).section();
  }

  /**
   * Without a use-case section only a reason that belongs to exactly one use case decides; a
   * section nobody knows is a use case nobody serves.
   */
  private UseCaseRecognition byReason() {
    if (hasUnknownSection()) {
      return unknown();
    }
    List<UseCase> byReason = useCases.stream().filter(this::reasonBelongsTo).toList();
    return byReason.size() == 1 ? new UseCaseRecognition.Recognised(byReason.get(0)) : unknown();
  }

  private boolean hasUnknownSection() {
    return facts.sections().stream()
        .anyMatch(
            said ->
                useCases.stream().noneMatch(u -> ownFlow.apply(u).otherSections().contains(said)));
  }

  private static UseCaseRecognition unknown() {
    return no(
        "use-case-known",
        SECTION,
        "No use case of this hub can be told from the message; send the Composition section"
            + " of a supported use case.");
  }

  private UseCaseRecognition crossCheck(UseCase useCase) {
    if (!facts.reasonCodes().isEmpty() && !reasonBelongsTo(useCase)) {
      return no(
          "reason-matches-use-case",
          REASON,
          "The reason belongs to no supported use case or to another one than the Composition"
              + " section says; correct one of them.");
    }
    if (!serviceBelongsTo(useCase) && useCases.stream().anyMatch(this::serviceBelongsTo)) {
      return no(
          "service-matches-use-case",
          SERVICE,
          "The service code belongs to another use case than the Composition section says;"
              + " correct one of them.");
    }
    return new UseCaseRecognition.Recognised(useCase);
  }

  private boolean reasonBelongsTo(UseCase useCase) {
    return anyOf(facts.reasonCodes(), useCase.reasonCodes());
  }

  private boolean serviceBelongsTo(UseCase useCase) {
    return anyOf(facts.serviceCodes(), useCase.serviceCodes());
  }

  private static boolean anyOf(List<Code> said, List<Code> known) {
    return said.stream().anyMatch(s -> known.stream().anyMatch(k -> k.is(s.system(), s.code())));
  }

  private static UseCaseRecognition no(String ruleId, String expression, String text) {
    return new UseCaseRecognition.Unrecognised(
        Refusal.of(422, Finding.error(ruleId, expression, text)));
  }
}
