package org.closedloop.conformance.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** Takes the message out of the Parameters that FHIR's validate operation may wrap it in. */
public final class ValidationBody {

  private ValidationBody() {}

  /** The message; anything but Parameters stays what it is. */
  public static Reading message(Reading body) {
    return body instanceof Reading.Readable(FhirTree tree)
            && "Parameters".equals(tree.resourceType())
        ? resource(tree)
            .<Reading>map(resource -> new Reading.Readable(FhirTree.written(resource)))
            .orElseGet(() -> new Reading.Unreadable(nothingToValidate()))
        : body;
  }

  private static Optional<ObjectNode> resource(FhirTree parameters) {
    for (JsonNode parameter : Nodes.list(parameters.root(), "parameter")) {
      if ("resource".equals(Nodes.text(parameter, "name"))
          && parameter.get("resource") instanceof ObjectNode resource) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  private static Refusal nothingToValidate() {
    return Refusal.of(
        400,
        Finding.error(
            "validate-resource",
            "required",
            "Parameters.parameter",
            "The Parameters have no parameter of name resource that holds a resource; put the"
                + " message there, or send the message itself."));
  }
}
