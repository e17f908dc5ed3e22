package org.closedloop.conformance.fhirpath;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Steps from an element to others. */
final class Navigation {

  private Navigation() {}

  /** Children by element name. */
  static Values children(Node node, String name) {
    ObjectNode holder = node.members();
    if (holder == null) {
      return Nothing.NOTHING;
    }
    List<Member> members = node.type().members(name);
    for (int i = 0; i < members.size(); i++) {
      // Of a choice only one member can be there.
      Values found = members.get(i).in(holder);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Nothing.NOTHING;
  }

  /** All children, in the order they were sent. */
  static void addChildren(List<Value> to, Node node) {
    ObjectNode holder = node.members();
    if (holder == null) {
      return;
    }
    for (var entry : holder.properties()) {
      String name = entry.getKey();
      boolean sibling = name.startsWith("_");
      Member member = node.type().member(sibling ? name.substring(1) : name);
      // A primitive with value and extensions is one child, not two.
      if (member != null && !(sibling && holder.has(member.name()))) {
        member.addTo(to, holder);
      }
    }
  }

  /** Children, their children and so on; as many as the budget allows. */
  static Values descendants(Values values, Evaluation run) {
    List<Value> found = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Node node) {
        addChildren(found, node);
      }
    }
    for (int i = 0; i < found.size() && run.spend(1); i++) {
      if (found.get(i) instanceof Node node) {
        addChildren(found, node);
      }
    }
    return Many.of(found);
  }
}
