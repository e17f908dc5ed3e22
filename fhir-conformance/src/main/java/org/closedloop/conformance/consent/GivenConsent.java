package org.closedloop.conformance.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.closedloop.conformance.shape.FhirTimes;
import org.closedloop.conformance.shape.FhirTimes.Span;
import org.closedloop.core.claim.ConsentTerms;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.ReferralMessage;

/** Reads when the consents of a referral that passed the gate were given, and when they end. */
public final class GivenConsent {

  private GivenConsent() {}

  /** The terms of the consents ServiceRequest.supportingInfo leads to; empty without any. */
  public static Optional<ConsentTerms> of(ReferralMessage message) {
    List<ObjectNode> consents = consents(message.view());
    return consents.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConsentTerms(given(consents), until(consents)));
  }

  private static List<ObjectNode> consents(MessageView view) {
    return view.serviceRequest().stream()
        .flatMap(request -> Nodes.list(request.resource(), "supportingInfo").stream())
        .flatMap(reference -> view.target(view.message(), reference).stream())
        .filter(entry -> entry.is("Consent"))
        .map(Entry::resource)
        .toList();
  }

  private static Instant given(List<ObjectNode> consents) {
    return consents.stream()
        .map(consent -> time(consent, "dateTime"))
        .filter(Objects::nonNull)
        .map(Span::from)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static Instant until(List<ObjectNode> consents) {
    return consents.stream()
        .map(consent -> time(Nodes.at(consent, "provision", "period"), "end"))
        .filter(Objects::nonNull)
        .map(Span::to)
        .min(Instant::compareTo)
        .orElse(null);
  }

  static Span time(JsonNode node, String element) {
    return Optional.ofNullable(Nodes.text(node, element)).flatMap(FhirTimes::dateTime).orElse(null);
  }
}
