package org.closedloop.conformance.fhirpath;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A FHIR type as expressions see it. One object per type: identity is equality. */
public final class NodeType {

  private final String name;
  private final PrimitiveKind kind;
  private final TypeLineage lineage;
  private final Map<String, List<Member>> byName;
  private final Map<String, Member> byJson;

  /**
   * @param kind null for a complex type
   * @param byName by element name; a choice under the name without its type
   * @param byJson by JSON name
   */
  NodeType(
      String name,
      PrimitiveKind kind,
      boolean resource,
      Map<String, List<Member>> byName,
      Map<String, Member> byJson) {
    this.name = name;
    this.kind = kind;
    this.lineage = TypeLineage.of(name, kind, resource);
    this.byName = byName;
    this.byJson = byJson;
  }

  /** For instance {@code Patient}, {@code dateTime}; ends in {@code Component} within a type. */
  public String name() {
    return name;
  }

  /** Whether R4 names it; otherwise it is a part of another type. */
  public boolean isNamed() {
    return !name.endsWith("Component");
  }

  /** Whether it is a primitive. */
  public boolean isPrimitive() {
    return kind != null;
  }

  PrimitiveKind kind() {
    return kind;
  }

  /** Whether it is of this type, or of one derived from it. */
  public boolean isA(String type) {
    return lineage.isA(type);
  }

  /** Whether a filter for this type keeps it. */
  boolean isKeptAs(String type) {
    return lineage.isKeptAs(type);
  }

  /** The members an element name stands for; more than one for a choice, none when unknown. */
  public List<Member> members(String element) {
    List<Member> members = byName.get(element);
    return members == null ? List.of() : members;
  }

  /** The member with this JSON name, null when there is none. */
  public Member member(String json) {
    return byJson.get(json);
  }

  Collection<Member> members() {
    return byJson.values();
  }

  /** Whether it is a resource that may have a narrative and contained resources. */
  public boolean isDomainResource() {
    return isA("DomainResource");
  }
}
