package org.closedloop.conformance.invariant;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.closedloop.conformance.fhirpath.FhirPath;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.fhirpath.Focus;
import org.closedloop.conformance.fhirpath.Member;
import org.closedloop.conformance.fhirpath.Node;
import org.closedloop.conformance.fhirpath.Session;
import org.closedloop.conformance.shape.R4Model;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Judges every invariant at every element of a resource twice: HL7's engine and ours. */
final class Comparison {

  private static final FhirContext CONTEXT = FhirContext.forR4Cached();

  /** What HAPI's parser adds of its own. */
  private static final Set<String> MADE_UP = Set.of("id", "meta", "div");

  private final FHIRPathEngine engine =
      new FHIRPathEngine(
          new HapiWorkerContext(CONTEXT, new DefaultProfileValidationSupport(CONTEXT)));
  private final FhirTypes types = new FhirTypes(new R4Model());
  private final InvariantTable table;
  private final Map<FhirPath, ExpressionNode> parsed = new ConcurrentHashMap<>();
  private final List<String> differences = new ArrayList<>();
  private final Set<String> broken = new TreeSet<>();
  private final Set<String> held = new TreeSet<>();
  private int judged;

  Comparison(Set<String> without) {
    this.table = new InvariantTable(R4InvariantFile.read(), without);
  }

  List<String> differences() {
    return differences;
  }

  /** Keys with at least one breach. */
  Set<String> broken() {
    return broken;
  }

  /** Keys that held at least once. */
  Set<String> held() {
    return held;
  }

  int judged() {
    return judged;
  }

  void compare(String name, ObjectNode json) {
    Resource theirs = (Resource) CONTEXT.newJsonParser().parseResource(json.toString());
    Node ours = types.resource(json).orElseThrow();
    Session session = Session.of(types, BundleReferences.contained(types), Instant.EPOCH);
    resource(name, theirs, theirs, Focus.resource(ours, session));
  }

  private void resource(String path, Resource theirs, Resource root, Focus focus) {
    judge(path, table.of(focus.context().type()), theirs, theirs, root, focus);
    children(path, theirs, theirs, root, focus);
  }

  private void children(String path, Base theirs, Resource resource, Resource root, Focus focus) {
    Node ours = focus.context();
    if (ours.members() == null) {
      return;
    }
    for (Property property : theirs.children()) {
      if (!property.hasValues()) {
        continue;
      }
      String step = property.getName().replace("[x]", "");
      List<Node> mine = new ArrayList<>();
      Member last = null;
      for (Member member : ours.type().members(step)) {
        int before = mine.size();
        add(mine, member, ours.members());
        last = mine.size() > before ? member : last;
      }
      if (mine.size() != property.getValues().size()) {
        if (!MADE_UP.contains(step)) {
          differences.add(path + "." + step + " has another number of values");
        }
        continue;
      }
      for (int i = 0; i < mine.size(); i++) {
        String at = path + "." + step + "[" + i + "]";
        element(at, last, property.getValues().get(i), resource, root, focus, mine.get(i));
      }
    }
  }

  private void element(
      String path,
      Member member,
      Base theirs,
      Resource resource,
      Resource root,
      Focus focus,
      Node ours) {
    if (theirs instanceof Resource inner) {
      boolean contained = member.name().equals("contained");
      Focus at = contained ? focus.contained(ours) : Focus.resource(ours, focus.session());
      resource(path, inner, contained ? root : inner, at);
      return;
    }
    Focus at = focus.at(ours);
    judge(path, table.of(member), theirs, resource, root, at);
    judge(path, table.of(ours.type()), theirs, resource, root, at);
    children(path, theirs, resource, root, at);
  }

  private static void add(List<Node> nodes, Member member, ObjectNode holder) {
    JsonNode value = holder.get(member.name());
    JsonNode sibling = member.siblingName() == null ? null : holder.get(member.siblingName());
    int size =
        Math.max(
            value == null ? 0 : value.isArray() ? value.size() : 1,
            sibling == null ? 0 : sibling.isArray() ? sibling.size() : 1);
    for (int i = 0; i < size; i++) {
      Node node =
          member.node(
              value != null && value.isArray() ? value.get(i) : value,
              sibling != null && sibling.isArray() ? sibling.get(i) : sibling);
      if (node != null) {
        nodes.add(node);
      }
    }
  }

  private void judge(
      String path,
      List<CompiledInvariant> invariants,
      Base theirs,
      Resource resource,
      Resource root,
      Focus focus) {
    for (CompiledInvariant invariant : invariants) {
      boolean mine = invariant.path().holds(focus);
      String other = theirs(invariant, theirs, resource, root);
      judged++;
      (mine ? held : broken).add(invariant.key());
      if (!other.equals("nothing") && !other.equals(String.valueOf(mine))) {
        differences.add(
            "%s %s: HL7's engine says %s, ours %s of %s"
                .formatted(path, invariant.key(), other, mine, focus.context().json()));
      }
    }
  }

  private String theirs(CompiledInvariant invariant, Base focus, Resource resource, Resource root) {
    ExpressionNode expression =
        parsed.computeIfAbsent(invariant.path(), p -> engine.parse(p.toString()));
    try {
      return String.valueOf(engine.evaluateToBoolean(resource, root, focus, expression));
    } catch (FHIRException e) {
      return "false"; // HL7's validator reports what cannot be evaluated as well
    } catch (NullPointerException e) {
      return "nothing"; // it compares a date that has only extensions
    }
  }
}
