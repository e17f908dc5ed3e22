package org.closedloop.conformance.shape;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** HAPI's model of R4 as {@link TypeTable}s, each compiled the first time it is needed. */
public final class R4Model {

  private final FhirContext context = FhirContext.forR4Cached();
  private final Set<String> resourceTypes = context.getResourceTypes();
  private final Map<String, TypeTable> resources = new ConcurrentHashMap<>();
  private final Map<Class<?>, TypeTable> types = new ConcurrentHashMap<>();
  private final TypeCompiler compiler = new TypeCompiler(this);
  private volatile TypeTable element;

  /** The model everybody may use: its tables are large and never change. */
  public static R4Model shared() {
    return Shared.MODEL;
  }

  /** The table of a resource type, empty when R4 has none of this name. */
  public Optional<TypeTable> resource(String type) {
    if (type == null || !resourceTypes.contains(type)) {
      return Optional.empty();
    }
    TypeTable known = resources.get(type);
    if (known == null) {
      known = compiler.compile(type, context.getResourceDefinition(type));
      resources.put(type, known);
    }
    return Optional.of(known);
  }

  /** The table of a data type or of a backbone element. */
  TypeTable type(BaseRuntimeElementCompositeDefinition<?> definition) {
    TypeTable known = types.get(definition.getImplementingClass());
    if (known == null) {
      known = compiler.compile(definition.getName(), definition);
      types.put(definition.getImplementingClass(), known);
    }
    return known;
  }

  /** The table of what may stand beside a primitive value: id and extensions. */
  public TypeTable element() {
    TypeTable known = element;
    if (known == null) {
      known = compileElement();
      element = known;
    }
    return known;
  }

  private TypeTable compileElement() {
    TypeTable extension = type(extension());
    Map<String, Element> elements =
        Map.of(
            "id", extension.elements().get("id"),
            "extension", extension.elements().get("extension"));
    return new TypeTable("Element", elements, List.of());
  }

  /** The table of a complex data type, empty when R4 has none of this name. */
  public Optional<TypeTable> dataType(String name) {
    return context.getElementDefinition(name)
            instanceof BaseRuntimeElementCompositeDefinition<?> definition
        ? Optional.of(type(definition))
        : Optional.empty();
  }

  private static final class Shared {
    static final R4Model MODEL = new R4Model();
  }

  BaseRuntimeElementCompositeDefinition<?> extension() {
    return (BaseRuntimeElementCompositeDefinition<?>) context.getElementDefinition("Extension");
  }
}
