package org.closedloop.conformance.fhirpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.closedloop.conformance.shape.Element;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.TypeTable;

/** R4's types as expressions see them, each made when it is first needed. Safe for many threads. */
public final class FhirTypes {

  private final R4Model model;
  private final Map<String, NodeType> resources = new ConcurrentHashMap<>();
  private final Map<Identity, NodeType> complex = new ConcurrentHashMap<>();
  private final Map<String, NodeType> primitives = new ConcurrentHashMap<>();
  private final TypeTable element;

  /** A table compares by all it says; here only the same one is the same. */
  private record Identity(TypeTable table) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Identity(TypeTable same) && same == table;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(table);
    }
  }

  /** Types of this model. */
  public FhirTypes(R4Model model) {
    this.model = model;
    this.element = model.element();
  }

  /** A resource, empty when the JSON is none that R4 knows. */
  public Optional<Node> resource(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      return Optional.empty();
    }
    return Optional.ofNullable(resourceType(object.path("resourceType").textValue()))
        .map(type -> new Node(type, object, null));
  }

  /** A complex value of the type with this table. */
  public Node complex(TypeTable table, ObjectNode json) {
    return new Node(complexType(table), json, null);
  }

  /**
   * A primitive value.
   *
   * @param type FHIR's name, for instance {@code dateTime}
   * @param json null when there are only extensions
   * @param sibling id and extensions, null when there are none
   */
  public Node primitive(String type, JsonNode json, ObjectNode sibling) {
    return new Node(primitiveType(type), json, sibling);
  }

  /** Null when R4 does not know it. */
  private NodeType resourceType(String name) {
    NodeType known = name == null ? null : resources.get(name);
    if (known != null || name == null) {
      return known;
    }
    return model
        .resource(name)
        .map(table -> resources.computeIfAbsent(name, n -> make(n, null, true, table)))
        .orElse(null);
  }

  NodeType typeOf(Element of) {
    return of.kind() == Element.Kind.PRIMITIVE
        ? primitiveType(of.primitive())
        : complexType(of.type().get());
  }

  private NodeType complexType(TypeTable table) {
    Identity key = new Identity(table);
    NodeType known = complex.get(key);
    return known != null
        ? known
        : complex.computeIfAbsent(key, k -> make(table.name(), null, false, table));
  }

  private NodeType primitiveType(String name) {
    NodeType known = primitives.get(name);
    return known != null
        ? known
        : primitives.computeIfAbsent(name, n -> make(n, PrimitiveKind.of(n), false, element));
  }

  private NodeType make(String name, PrimitiveKind kind, boolean resource, TypeTable table) {
    Map<String, List<Member>> byName = new HashMap<>();
    Map<String, Member> byJson = new HashMap<>();
    for (Element of : table.elements().values()) {
      Member member = new Member(this, of);
      byJson.put(of.name(), member);
      byName.computeIfAbsent(of.group(), g -> new ArrayList<>(1)).add(member);
      if (!of.group().equals(of.name())) {
        // Not FHIRPath, but written in guides: valueQuantity for value.ofType(Quantity).
        byName.put(of.name(), List.of(member));
      }
    }
    return new NodeType(name, kind, resource, Map.copyOf(byName), Map.copyOf(byJson));
  }
}
