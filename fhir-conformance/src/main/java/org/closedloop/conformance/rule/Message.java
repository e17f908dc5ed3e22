package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.shape.ReferenceUse;
import org.closedloop.conformance.shape.Shape;
import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.UseCaseRecognition;

/**
 * What the rules look at: a Bundle of type message that has the shape of R4, but nothing else is
 * sure.
 */
public final class Message {

  private final MessageView view;
  private final MessageFacts facts;
  private final Shape shape;
  private final Direction direction;
  private final UseCaseRecognition recognition;
  private final Instant now;
  private final List<Section> sections;
  private final Map<ObjectNode, BundleView> bundles = new IdentityHashMap<>();

  /**
   * @param message the message; any of its facts may be null
   * @param shape what the walk met
   * @param direction who sent it
   * @param recognition its use case, or why it has none
   * @param now the time it is judged at
   */
  public Message(
      ReferralMessage message,
      Shape shape,
      Direction direction,
      UseCaseRecognition recognition,
      Instant now) {
    this.view = message.view();
    this.facts = message.factsToJudge();
    this.shape = shape;
    this.direction = direction;
    this.recognition = recognition;
    this.now = now;
    this.sections = Section.all(view).toList();
    view.bundles().forEach(bundle -> bundles.put(bundle.bundle(), bundle));
  }

  MessageView view() {
    return view;
  }

  MessageFacts facts() {
    return facts;
  }

  Shape shape() {
    return shape;
  }

  Direction direction() {
    return direction;
  }

  UseCaseRecognition recognition() {
    return recognition;
  }

  Instant now() {
    return now;
  }

  /** All sections of its documents, outer before inner. */
  List<Section> sections() {
    return sections;
  }

  /** Its use case, empty when it does not tell. */
  public Optional<UseCase> useCase() {
    return recognition instanceof UseCaseRecognition.Recognised(UseCase useCase)
        ? Optional.of(useCase)
        : Optional.empty();
  }

  /** What its use case lists for its direction. */
  Optional<Flow> flow() {
    return useCase().map(u -> direction == Direction.REQUEST ? u.request() : u.feedback());
  }

  /** Whether it is a referral, not a status update: from the initiator, requested or received. */
  boolean isReferral() {
    return direction == Direction.REQUEST
        && facts.taskStatus() != null
        && Fhir.REQUEST_STATUSES.contains(facts.taskStatus());
  }

  /** All entries of a type, in the message and its documents. */
  Stream<Entry> all(String type) {
    return view.bundles().flatMap(bundle -> bundle.ofType(type).stream());
  }

  /** The Compositions that come first in a document. */
  Stream<Entry> compositions() {
    return view.documents().stream().flatMap(document -> document.first("Composition").stream());
  }

  /** The Consents ServiceRequest.supportingInfo leads to. */
  List<Entry> consents() {
    return supportingInfo("Consent");
  }

  /** What ServiceRequest.supportingInfo leads to, of one type. */
  List<Entry> supportingInfo(String type) {
    return view.serviceRequest().stream()
        .flatMap(request -> Nodes.list(request.resource(), "supportingInfo").stream())
        .flatMap(reference -> view.target(view.message(), reference).stream())
        .filter(entry -> entry.is(type))
        .toList();
  }

  /** The Bundle a Reference stands in, empty for one nested deeper than a document. */
  Optional<BundleView> scope(ReferenceUse use) {
    return Optional.ofNullable(bundles.get(use.bundle()));
  }

  /** What a Reference that stands in the outer Bundle points to, when it is of this type. */
  Optional<Entry> target(JsonNode reference, String type) {
    return view.target(view.message(), reference).filter(entry -> entry.is(type));
  }
}
