package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;

/** Who stands behind a reference to a PractitionerRole, Practitioner or Organization. */
final class Providers {

  private final MessageView view;
  private final BundleView scope;

  Providers(MessageView view, BundleView scope) {
    this.view = view;
    this.scope = scope;
  }

  ProviderCard card(JsonNode reference) {
    Optional<Entry> target = view.target(scope, reference);
    if (target.isEmpty()) {
      String display = Nodes.text(reference, "display");
      return display == null
          ? ProviderCard.UNKNOWN
          : new ProviderCard(null, display, List.of(), List.of(), null);
    }
    JsonNode role = target.get().is("PractitionerRole") ? target.get().resource() : none();
    JsonNode organization = part(target.get(), role, "Organization", "organization");
    JsonNode person = part(target.get(), role, "Practitioner", "practitioner");
    return new ProviderCard(
        Texts.first(
            Nodes.text(organization, "name"),
            Nodes.text(Nodes.at(role, "organization"), "display")),
        Texts.first(Texts.name(person), Nodes.text(Nodes.at(role, "practitioner"), "display")),
        Texts.concepts(role, "code"),
        phones(role, organization),
        Stream.of(role, organization)
            .flatMap(resource -> Texts.telecom(resource, "email").stream())
            .findFirst()
            .orElse(null));
  }

  private JsonNode part(Entry target, JsonNode role, String type, String member) {
    if (target.is(type)) {
      return target.resource();
    }
    return view.target(scope, Nodes.at(role, member)).<JsonNode>map(Entry::resource).orElse(none());
  }

  private static List<String> phones(JsonNode role, JsonNode organization) {
    List<String> own = Texts.telecom(role, "phone");
    return own.isEmpty() ? Texts.telecom(organization, "phone") : own;
  }

  private static JsonNode none() {
    return MissingNode.getInstance();
  }
}
