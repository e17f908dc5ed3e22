package org.closedloop.conformance.invariant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.closedloop.conformance.fhirpath.Budget;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.fhirpath.Session;
import org.closedloop.conformance.shape.Path;
import org.closedloop.core.outcome.Finding;

/**
 * R4's own invariants of severity error (ElementDefinition.constraint of all resource and data
 * types), on a resource of any type and all within it. Reads nothing but the resource. Safe for
 * many threads.
 */
public final class Invariants {

  private final FhirTypes types;
  private final InvariantTable table;

  /** All invariants. */
  public Invariants(FhirTypes types) {
    this(types, Set.of());
  }

  /**
   * All invariants but some.
   *
   * @param without keys that are left out, for instance {@link CoveredByRules#keys()}
   */
  public Invariants(FhirTypes types, Set<String> without) {
    this.types = types;
    this.table = new InvariantTable(R4InvariantFile.read(), without);
  }

  /**
   * Checks a resource that has the shape of R4; of one that has not, what can be read.
   *
   * @param now what {@code now()} and {@code today()} are
   * @return one finding for each breach: rule id {@code invariant-} and R4's key, the element, R4's
   *     sentence; {@code invariant-cost} when checking was given up
   */
  public List<Finding> check(ObjectNode root, Instant now) {
    return check(root, now, Budget.generous());
  }

  List<Finding> check(ObjectNode root, Instant now, Budget budget) {
    InvariantWalk walk = new InvariantWalk(table);
    Session session = new Session(types, BundleReferences.contained(types), budget, now);
    types
        .resource(root)
        .ifPresent(node -> walk.resource(Path.root(node.typeName()), node, session));
    return walk.findings();
  }
}
