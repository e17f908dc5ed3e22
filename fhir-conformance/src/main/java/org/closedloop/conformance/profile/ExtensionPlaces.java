package org.closedloop.conformance.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.closedloop.conformance.shape.ExtensionUse;
import org.closedloop.conformance.shape.Shape;
import org.closedloop.core.outcome.Finding;

/** Whether known extensions stand where their definitions allow them. */
final class ExtensionPlaces {

  /** Contexts that mean anything, or anything that a type alone does not tell. */
  private static final Set<String> ANYWHERE = Set.of("Element", "Resource", "DomainResource");

  private ExtensionPlaces() {}

  static Stream<Finding> findings(Profiles profiles, Shape shape) {
    return shape.extensions().stream()
        .flatMap(
            use ->
                profiles.extension(use.extension()).stream()
                    .filter(profile -> !fits(profile.contexts(), use))
                    .map(profile -> ProfileFindings.misplaced(profile, use.path())));
  }

  /** A context of an element's path, {@code Patient.contact}, is not judged: types are known. */
  private static boolean fits(List<String> contexts, ExtensionUse use) {
    return contexts.isEmpty()
        || use.owner().equals("Element")
        || contexts.contains(use.owner())
        || contexts.stream()
            .anyMatch(context -> ANYWHERE.contains(context) || context.contains("."));
  }
}
