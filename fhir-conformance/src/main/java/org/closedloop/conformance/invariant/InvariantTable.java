package org.closedloop.conformance.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.closedloop.conformance.fhirpath.Compilation;
import org.closedloop.conformance.fhirpath.FhirPath;
import org.closedloop.conformance.fhirpath.Member;
import org.closedloop.conformance.fhirpath.NodeType;

/**
 * Which invariants stand where. A named type is looked up when it is first met, with all its parts,
 * which are met only within it. Safe for many threads.
 */
final class InvariantTable {

  /** Types that hand their invariants on to others. */
  private static final List<String> PARENTS = List.of("DomainResource", "Quantity");

  private final Map<String, List<R4Invariant>> byRoot;
  private final Map<NodeType, List<CompiledInvariant>> onTypes = new ConcurrentHashMap<>();
  private final Map<Member, List<CompiledInvariant>> onMembers = new ConcurrentHashMap<>();
  private final Map<String, FhirPath> compiled = new ConcurrentHashMap<>();

  InvariantTable(List<R4Invariant> invariants, Set<String> without) {
    this.byRoot =
        invariants.stream()
            .filter(invariant -> !without.contains(invariant.key()))
            .collect(Collectors.groupingBy(R4Invariant::root));
  }

  /** Those every value of a type has to fulfil. */
  List<CompiledInvariant> of(NodeType type) {
    List<CompiledInvariant> known = onTypes.get(type);
    if (known == null) {
      return type.isNamed() ? prepare(type) : List.of();
    }
    return known;
  }

  /** Those for values of shared types at one place only. */
  List<CompiledInvariant> of(Member member) {
    return onMembers.getOrDefault(member, List.of());
  }

  private List<CompiledInvariant> prepare(NodeType type) {
    List<CompiledInvariant> own = new ArrayList<>();
    for (R4Invariant invariant : of(type.name())) {
      place(invariant, type, own);
    }
    for (String parent : PARENTS) {
      if (type.isA(parent) && !type.name().equals(parent)) {
        of(parent).forEach(invariant -> place(invariant, type, own));
      }
    }
    // Last, so that whoever finds the type finds its parts as well.
    onTypes.put(type, List.copyOf(own));
    return own;
  }

  private List<R4Invariant> of(String root) {
    return byRoot.getOrDefault(root, List.of());
  }

  private void place(R4Invariant invariant, NodeType root, List<CompiledInvariant> own) {
    String[] steps = invariant.path().split("\\.");
    if (steps.length == 1) {
      own.add(compile(invariant));
      return;
    }
    NodeType holder = root;
    for (int i = 1; i < steps.length - 1; i++) {
      holder = members(holder, steps[i], invariant).get(0).type();
    }
    for (Member member : members(holder, steps[steps.length - 1], invariant)) {
      place(invariant, member);
    }
  }

  private void place(R4Invariant invariant, Member member) {
    NodeType type = member.type();
    if (type.isNamed()) {
      if (invariant.type() == null || invariant.type().equals(type.name())) {
        onMembers.merge(member, List.of(compile(invariant)), InvariantTable::together);
      }
    } else {
      onTypes.merge(type, List.of(compile(invariant)), InvariantTable::together);
    }
  }

  /** Two places that share a type may publish the same expression under two keys. */
  private static List<CompiledInvariant> together(
      List<CompiledInvariant> some, List<CompiledInvariant> more) {
    List<CompiledInvariant> all = new ArrayList<>(some);
    for (CompiledInvariant invariant : more) {
      if (all.stream().noneMatch(other -> other.path() == invariant.path())) {
        all.add(invariant);
      }
    }
    return List.copyOf(all);
  }

  private static List<Member> members(NodeType holder, String step, R4Invariant invariant) {
    List<Member> members = holder.members(step.replace("[x]", ""));
    if (members.isEmpty()) {
      throw new IllegalStateException("R4 has no element " + invariant.path());
    }
    return members;
  }

  private CompiledInvariant compile(R4Invariant invariant) {
    FhirPath path =
        compiled.computeIfAbsent(invariant.expression(), e -> compile(PublishedErrors.correct(e)));
    return new CompiledInvariant(invariant.key(), path, invariant.human());
  }

  private static FhirPath compile(String expression) {
    return switch (FhirPath.compile(expression)) {
      case Compilation.Compiled(FhirPath path) -> path;
      case Compilation.Refused(String reason) ->
          throw new IllegalStateException("R4's invariant " + expression + ": " + reason);
    };
  }
}
