package org.closedloop.conformance.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.fhirpath.Focus;
import org.closedloop.conformance.fhirpath.Member;
import org.closedloop.conformance.fhirpath.Node;
import org.closedloop.conformance.fhirpath.Session;
import org.closedloop.conformance.fhirpath.Verdict;
import org.closedloop.conformance.shape.Path;
import org.closedloop.core.outcome.Finding;

/** One walk through one message; not reusable. */
final class InvariantWalk {

  private static final String ELEMENT = "All FHIR elements must have a value or children";
  private static final String COST = "invariant-cost";

  private final InvariantTable table;
  private final List<Finding> findings = new ArrayList<>();
  private boolean gaveUp;

  InvariantWalk(InvariantTable table) {
    this.table = table;
  }

  List<Finding> findings() {
    return findings;
  }

  /** A resource that is not contained in another. */
  void resource(Path path, Node resource, Session session) {
    Focus focus = Focus.resource(resource, within(resource, session));
    judge(table.of(resource.type()), path, focus);
    members(path, resource, focus);
  }

  private static Session within(Node resource, Session session) {
    return resource.typeName().equals("Bundle")
        ? session.resolvedBy(
            new BundleReferences(session.types(), (ObjectNode) resource.json(), session.resolver()))
        : session;
  }

  private void members(Path path, Node parent, Focus focus) {
    ObjectNode holder = parent.members();
    for (var property : holder.properties()) {
      if (gaveUp) {
        return;
      }
      String name = property.getKey();
      boolean sibling = name.startsWith("_");
      Member member = parent.type().member(sibling ? name.substring(1) : name);
      if (member == null || (sibling && holder.has(member.name()))) {
        continue;
      }
      JsonNode value = sibling ? null : property.getValue();
      JsonNode beside = member.siblingName() == null ? null : holder.get(member.siblingName());
      values(path, member, value, beside, focus);
    }
  }

  private void values(Path path, Member member, JsonNode value, JsonNode sibling, Focus focus) {
    List<CompiledInvariant> here = table.of(member);
    if (member.siblingName() != null && sibling == null && here.isEmpty()) {
      return; // plain values, as most are
    }
    String step = member.element().pathName();
    if (value instanceof ArrayNode || sibling instanceof ArrayNode) {
      int size = Math.max(value == null ? 0 : value.size(), sibling == null ? 0 : sibling.size());
      for (int i = 0; i < size && !gaveUp; i++) {
        JsonNode item = value == null ? null : value.get(i);
        JsonNode beside = sibling == null ? null : sibling.get(i);
        element(path.item(step, i), member.node(item, beside), here, focus);
      }
    } else {
      element(path.child(step), member.node(value, sibling), here, focus);
    }
  }

  private void element(Path path, Node node, List<CompiledInvariant> here, Focus focus) {
    if (node == null) {
      return; // not of its shape, which others report
    }
    if (node.type().isA("Resource")) {
      nested(path, node, focus);
      return;
    }
    if (isBare(node)) {
      findings.add(CompiledInvariant.finding("ele-1", path.toString(), ELEMENT));
    }
    List<CompiledInvariant> own = table.of(node.type());
    if (!here.isEmpty() || !own.isEmpty()) {
      Focus at = focus.at(node);
      judge(here, path, at);
      judge(own, path, at);
    }
    if (node.members() != null) {
      members(path, node, focus);
    }
  }

  private void nested(Path path, Node resource, Focus focus) {
    if (path.isStep("contained")) {
      Focus within = focus.contained(resource);
      judge(table.of(resource.type()), path, within);
      members(path, resource, within);
    } else {
      resource(path, resource, focus.session());
    }
  }

  /** ele-1: neither a value nor a child other than the id. */
  private static boolean isBare(Node node) {
    ObjectNode members = node.members();
    if (node.hasValue() || members == null) {
      return false;
    }
    int ids = (members.has("id") ? 1 : 0) + (members.has("_id") ? 1 : 0);
    return members.size() == ids;
  }

  private void judge(List<CompiledInvariant> invariants, Path path, Focus focus) {
    for (int i = 0; i < invariants.size() && !gaveUp; i++) {
      CompiledInvariant invariant = invariants.get(i);
      Verdict verdict = invariant.path().judge(focus);
      if (verdict == Verdict.BROKEN) {
        findings.add(invariant.finding(path.toString()));
      } else if (verdict == Verdict.TOO_COSTLY) {
        gaveUp = true;
        findings.add(
            Finding.error(
                COST,
                "too-costly",
                path.toString(),
                "Checking R4's invariants of this message would take too long; send less in it,"
                    + " and fewer contained resources and references."));
      }
    }
  }
}
