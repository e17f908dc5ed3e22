package org.closedloop.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.invariant.CoveredByRules;
import org.closedloop.conformance.invariant.Invariants;
import org.closedloop.conformance.profile.BrokenDefinitionException;
import org.closedloop.conformance.profile.DefinitionFiles;
import org.closedloop.conformance.profile.Definitions;
import org.closedloop.conformance.profile.ProfileCheck;
import org.closedloop.conformance.profile.Profiles;
import org.closedloop.conformance.rule.Message;
import org.closedloop.conformance.rule.Rule;
import org.closedloop.conformance.rule.RuleRun;
import org.closedloop.conformance.rule.Rules;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.Shape;
import org.closedloop.conformance.shape.StrictShape;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.UseCaseRecognition;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.outcome.Severity;

/**
 * Judges a body before anything is done with it. All findings of a layer are reported together; a
 * later layer looks only at what passed the earlier one. Without state and safe for many threads.
 * Whether the sender belongs to the party, who may be addressed and what is known already are not
 * its business.
 */
public final class Gate {

  private final List<UseCase> useCases;
  private final Clock clock;
  private final List<Rule> rules;
  private final Profiles profiles;
  private final StrictShape strictShape;
  private final Invariants invariants;

  /** A gate for these use cases, with the system's clock. */
  public Gate(Collection<UseCase> useCases) {
    this(useCases, Clock.systemUTC());
  }

  /**
   * A gate for these use cases.
   *
   * @param clock tells whether a consent is in its period
   */
  public Gate(Collection<UseCase> useCases, Clock clock) {
    this(useCases, clock, DefinitionFiles.own());
  }

  /**
   * A gate for these use cases and profiles.
   *
   * @param clock tells whether a consent is in its period
   * @param definitions the profiles to judge by
   * @throws BrokenDefinitionException when a profile cannot be used; names it
   */
  public Gate(Collection<UseCase> useCases, Clock clock, Definitions definitions) {
    this(useCases, clock, Rules.all(), definitions);
  }

  /**
   * @param definitions the profiles to judge by; none for the rules alone
   */
  Gate(Collection<UseCase> useCases, Clock clock, List<Rule> rules, Definitions definitions) {
    this.useCases = List.copyOf(useCases);
    this.clock = clock;
    this.rules = List.copyOf(rules);
    R4Model model = R4Model.shared();
    this.strictShape = new StrictShape(model);
    this.profiles = Profiles.compile(definitions, model);
    this.invariants = new Invariants(new FhirTypes(model), CoveredByRules.keys());
  }

  /** Judges a JSON body; see {@link #check(byte[], FhirFormat, Direction)}. */
  public GateResult check(byte[] body, Direction direction) {
    return check(body, FhirFormat.JSON, direction);
  }

  /**
   * Judges a body.
   *
   * @param body as it came
   * @param format what it is written in
   * @param direction who sends it
   * @return refused with 400 (not readable as a FHIR resource), 413 (more than 1 MiB or 500
   *     entries) or 422 (readable, but breaks a rule), or passed
   */
  public GateResult check(byte[] body, FhirFormat format, Direction direction) {
    return check(BodyReader.read(body, format), direction);
  }

  /** Judges a body that was read already. */
  public GateResult check(Reading body, Direction direction) {
    return switch (body) {
      case Reading.Unreadable(Refusal refusal) -> new GateResult.Refused(refusal, null);
      case Reading.Readable(FhirTree tree) -> checkTree(tree, direction);
    };
  }

  private GateResult checkTree(FhirTree tree, Direction direction) {
    MessageView view = new MessageView(tree.root());
    String messageId = view.header().map(h -> Nodes.text(h.resource(), "id")).orElse(null);
    if (entries(tree.root()) > FhirReader.MAX_ENTRIES) {
      return refused(
          413, "body-entries", "Bundle.entry", "There are more than 500 entries.", messageId);
    }
    Shape shape = strictShape.check(tree.root());
    if (!shape.findings().isEmpty()) {
      return new GateResult.Refused(shapeRefusal(shape.findings()), messageId);
    }
    if (!"Bundle".equals(tree.resourceType())
        || !"message".equals(Nodes.text(tree.root(), "type"))) {
      return refused(
          422,
          "message-bundle",
          "Bundle".equals(tree.resourceType()) ? "Bundle.type" : tree.resourceType(),
          "This is not a message; send a Bundle of type message.",
          messageId);
    }
    return checkMessage(ReferralMessage.of(tree, view), shape, direction);
  }

  private GateResult checkMessage(ReferralMessage referral, Shape shape, Direction direction) {
    UseCaseRecognition recognition =
        direction == Direction.REQUEST
            ? UseCaseRecognition.request(referral.factsToJudge(), useCases)
            : UseCaseRecognition.feedback(referral.factsToJudge(), useCases);
    Message message = new Message(referral, shape, direction, recognition, clock.instant());
    List<Finding> errors = new ArrayList<>();
    List<Finding> notes = new ArrayList<>();
    List<Finding> found = new ArrayList<>(RuleRun.check(message, rules));
    List<Finding> definitions = new ArrayList<>();
    definitions.addAll(ProfileCheck.check(profiles, referral.view(), shape, clock.instant()));
    definitions.addAll(invariants.check(referral.view().message().bundle(), clock.instant()));
    found.addAll(beyond(found, definitions));
    found.forEach(f -> (f.severity() == Severity.ERROR ? errors : notes).add(f));
    return errors.isEmpty()
        ? new GateResult.Passed(referral, message.useCase().orElse(null), notes)
        : new GateResult.Refused(new Refusal(422, errors), referral.factsToJudge().messageId());
  }

  /** What the profiles say of elements that no rule has named: a rule has the better words. */
  private static List<Finding> beyond(List<Finding> rules, List<Finding> profiles) {
    if (profiles.isEmpty()) {
      return List.of();
    }
    Set<String> named = rules.stream().map(Finding::expression).collect(Collectors.toSet());
    return profiles.stream()
        .filter(finding -> !named.contains(finding.expression()))
        .filter(finding -> !named.contains(finding.expression() + ".reference"))
        .toList();
  }

  /** Without a type R4 knows a resource is not readable; everything else is only wrong. */
  private static Refusal shapeRefusal(List<Finding> findings) {
    boolean unreadable =
        findings.stream().anyMatch(f -> f.ruleId().equals(StrictShape.RESOURCE_TYPE));
    return new Refusal(unreadable ? 400 : 422, findings);
  }

  private static int entries(JsonNode bundle) {
    int count = 0;
    for (JsonNode entry : Nodes.list(bundle, "entry")) {
      count += 1 + entries(entry.path("resource"));
    }
    return count;
  }

  private static GateResult refused(
      int status, String ruleId, String expression, String text, String messageId) {
    String type = status == 413 ? "too-long" : "structure";
    return new GateResult.Refused(
        Refusal.of(status, Finding.error(ruleId, type, expression, text)), messageId);
  }
}
