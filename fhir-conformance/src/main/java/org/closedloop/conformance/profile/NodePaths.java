package org.closedloop.conformance.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.conformance.profile.ElementDefinition.Step;
import org.closedloop.conformance.shape.Element;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.TypeTable;

/** Finds the node of an element's id in a profile, and makes the nodes on the way. */
final class NodePaths {

  private final R4Model model;

  NodePaths(R4Model model) {
    this.model = model;
  }

  ProfileNode root(String type) {
    return new ProfileNode(type, List.of());
  }

  /** The node at these steps, of which the first is the type of the root. */
  ProfileNode find(ProfileNode root, List<Step> steps) {
    ProfileNode here = root;
    for (Step step : steps.subList(1, steps.size())) {
      here = child(here, step.element());
      here = step.slice() == null ? here : here.slice(step.slice());
    }
    return here;
  }

  /**
   * The child of a name. A name with its type, {@code valueQuantity}, is short for the choice
   * {@code value[x]} limited to that type.
   */
  private ProfileNode child(ProfileNode parent, String name) {
    List<Element> members =
        tables(parent)
            .map(table -> members(table, name))
            .filter(m -> !m.isEmpty())
            .findFirst()
            .orElseThrow(() -> unknown(parent, name));
    Element first = members.get(0);
    boolean shortcut =
        members.size() == 1 && !first.group().equals(first.name()) && !name.endsWith("[x]");
    if (!shortcut) {
      return parent.children.computeIfAbsent(
          name, n -> new ProfileNode(parent.label + "." + n, members));
    }
    ProfileNode choice = child(parent, first.group() + "[x]");
    choice.types = List.of(new TypeRule(typeOf(first), List.of(), List.of()));
    return choice;
  }

  private static List<Element> members(TypeTable table, String name) {
    if (!name.endsWith("[x]")) {
      Element element = table.elements().get(name);
      return element == null ? List.of() : List.of(element);
    }
    String group = name.substring(0, name.length() - "[x]".length());
    return table.elements().values().stream()
        .filter(element -> element.group().equals(group))
        .sorted(Comparator.comparing(Element::name))
        .toList();
  }

  /** The tables a value of the node may have; more than one only for a choice. */
  private Stream<TypeTable> tables(ProfileNode node) {
    if (node.members.isEmpty()) {
      return type(node.label).stream();
    }
    boolean choice = node.members.size() > 1;
    return node.members.stream()
        .filter(member -> !choice || node.allows(typeOf(member)))
        .flatMap(member -> table(member).stream());
  }

  private Optional<TypeTable> type(String name) {
    return model.resource(name).or(() -> model.dataType(name));
  }

  private Optional<TypeTable> table(Element member) {
    return switch (member.kind()) {
      case COMPLEX -> Optional.of(member.type().get());
      case PRIMITIVE -> Optional.of(model.element());
      case RESOURCE -> Optional.empty();
    };
  }

  /** The type a member's value has; of a primitive its name, of a resource {@code Resource}. */
  static String typeOf(Element member) {
    return switch (member.kind()) {
      case COMPLEX -> member.type().get().name();
      case PRIMITIVE -> member.primitive();
      case RESOURCE -> "Resource";
    };
  }

  private static BrokenDefinitionException unknown(ProfileNode parent, String name) {
    return new BrokenDefinitionException(parent.label + " has no element " + name + " in R4");
  }
}
