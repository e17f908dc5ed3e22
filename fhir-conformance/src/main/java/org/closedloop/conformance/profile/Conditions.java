package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.fhirpath.Focus;
import org.closedloop.conformance.fhirpath.Node;

/** Judges the invariants a profile adds, at elements of one resource. */
final class Conditions {

  private final ProfileCheck check;
  private final Subject subject;

  /** Made only when there is something to judge: most resources have no such invariants. */
  private Focus focus;

  Conditions(ProfileCheck check, Subject subject) {
    this.check = check;
    this.subject = subject;
  }

  /** At the resource itself, or at an extension judged by its own definition. */
  boolean holds(Invariant invariant) {
    return invariant.condition().holds(focus());
  }

  boolean holds(Invariant invariant, Item item) {
    Node node = node(item);
    return node == null || invariant.condition().holds(focus().at(node));
  }

  private Focus focus() {
    if (focus == null) {
      Node own = whole(subject.resource());
      Node container = subject.container() == subject.resource() ? own : whole(subject.container());
      focus =
          new Focus(
              own,
              own,
              container,
              check
                  .session()
                  .resolvedBy(
                      (reference, at) ->
                          subject
                              .find(check.message(), reference)
                              .flatMap(target -> check.types().resource(target.resource()))));
    }
    return focus;
  }

  private Node whole(ObjectNode json) {
    FhirTypes types = check.types();
    return types.resource(json).orElseGet(() -> types.complex(check.extensionTable(), json));
  }

  private Node node(Item item) {
    return switch (item.member().kind()) {
      case PRIMITIVE ->
          check.types().primitive(item.member().primitive(), item.value(), item.sibling());
      case COMPLEX ->
          item.value() instanceof ObjectNode object
              ? check.types().complex(item.member().type().get(), object)
              : null;
      case RESOURCE -> check.types().resource(item.value()).orElse(null);
    };
  }
}
