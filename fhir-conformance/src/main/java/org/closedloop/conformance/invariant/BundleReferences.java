package org.closedloop.conformance.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.fhirpath.Focus;
import org.closedloop.conformance.fhirpath.Node;
import org.closedloop.conformance.fhirpath.Resolver;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/**
 * Resolves within a message: contained resources, then the Bundle the resource stands in, then the
 * one around it. For one thread.
 */
public final class BundleReferences implements Resolver {

  private final FhirTypes types;
  private final ObjectNode bundle;
  private final Resolver outer;
  private BundleView view;

  /**
   * @param outer asked for what is not in this Bundle
   */
  public BundleReferences(FhirTypes types, ObjectNode bundle, Resolver outer) {
    this.types = types;
    this.bundle = bundle;
    this.outer = outer;
  }

  /** Finds contained resources only: for a resource that stands alone. */
  public static Resolver contained(FhirTypes types) {
    return (reference, focus) -> contained(types, reference, focus);
  }

  @Override
  public Optional<Node> resolve(String reference, Focus focus) {
    if (reference.startsWith("#")) {
      return contained(types, reference, focus);
    }
    Optional<Entry> entry = view().find(reference);
    return entry.isPresent()
        ? types.resource(entry.get().resource())
        : outer.resolve(reference, focus);
  }

  /** Made only when something is resolved at all. */
  private BundleView view() {
    if (view == null) {
      view = new BundleView("Bundle", bundle);
    }
    return view;
  }

  private static Optional<Node> contained(FhirTypes types, String reference, Focus focus) {
    JsonNode root = focus.rootResource().json();
    if (reference.equals("#")) {
      return Optional.of(focus.rootResource());
    }
    String id = reference.startsWith("#") ? reference.substring(1) : null;
    for (JsonNode contained : Nodes.list(root, "contained")) {
      if (id != null && id.equals(Nodes.text(contained, "id"))) {
        return types.resource(contained);
      }
    }
    return Optional.empty();
  }
}
