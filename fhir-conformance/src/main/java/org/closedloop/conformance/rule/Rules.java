package org.closedloop.conformance.rule;

import java.util.List;
import java.util.stream.Stream;

/** The one list of all rules; {@code docs/conformance.md} explains each. */
public final class Rules {

  private static final List<Rule> ALL =
      Stream.of(envelope(), WorkflowReference.all(), meaning(), policy())
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  /** All rules, in the order they are reported. */
  public static List<Rule> all() {
    return ALL;
  }

  private static List<Rule> envelope() {
    return List.of(
        new HeaderFirst(),
        new HeaderSingle(),
        new HeaderId(),
        new FullUrlPresent(),
        new FullUrlUnique(),
        new FullUrlMatches(),
        new EntryPlain(),
        new NestedBundles(),
        new DocumentShape(),
        new ReferencesResolve(),
        new DocumentComplete(),
        new ReferenceTargets(),
        new ImplicitRules(),
        new ModifierExtensions(),
        new NarrativeSafe());
  }

  private static List<Rule> meaning() {
    return List.of(
        new PartyNumber(),
        new SenderAndReceiver(),
        new RequestParties(),
        new ServiceRequestNumbers(),
        new TaskNumbers(),
        new OnePatient(),
        new PatientCopies(),
        new TaskNotPartOfItself(),
        new StatusPair(),
        new RequestStatus(),
        new OutputIsDocument(),
        new SectionContent(),
        new SectionCode(),
        new FeedbackSummary(),
        new KnownUseCase(),
        new RequiredItems(),
        new TherapyCategory(),
        new DoNotPerform(),
        new RequestActive());
  }

  private static List<Rule> policy() {
    return List.of(
        new RequestDocument(),
        new CompletedHasOutput(),
        new ResponseError(),
        new ConsentPresent(),
        new ConsentActive(),
        new ConsentPermits(),
        new ConsentInPeriod(),
        new PlausibleDate());
  }
}
