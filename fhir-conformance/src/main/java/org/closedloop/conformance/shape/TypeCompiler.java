package org.closedloop.conformance.shape;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.context.RuntimeChildContainedResources;
import ca.uhn.fhir.context.RuntimeChildDirectResource;
import ca.uhn.fhir.context.RuntimeChildExtension;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import ca.uhn.fhir.context.RuntimeChildResourceDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.closedloop.conformance.shape.Element.Kind;

/**
 * Turns HAPI's definition of a type into a {@link TypeTable}. Names are interned, as Jackson
 * interns those it reads: they are looked up thousands of times a message, and the same object is
 * equal without a look at its characters.
 */
final class TypeCompiler {

  private final R4Model model;

  TypeCompiler(R4Model model) {
    this.model = model;
  }

  TypeTable compile(String name, BaseRuntimeElementCompositeDefinition<?> definition) {
    Map<String, Element> elements = new HashMap<>();
    List<String> required = new ArrayList<>();
    for (BaseRuntimeChildDefinition child : definition.getChildren()) {
      elementsOf(child).forEach(element -> elements.put(element.name(), element));
      if (child.getMin() > 0) {
        required.add(child.getElementName());
      }
    }
    return new TypeTable(name, Map.copyOf(elements), List.copyOf(required));
  }

  private List<Element> elementsOf(BaseRuntimeChildDefinition child) {
    String name = child.getElementName().intern();
    if (child instanceof RuntimeChildExtension) {
      return List.of(complex(child, name, name, model.extension(), Set.of()));
    }
    if (child instanceof RuntimeChildContainedResources
        || child instanceof RuntimeChildDirectResource) {
      return List.of(resource(child, name));
    }
    if (child instanceof RuntimeChildResourceDefinition reference) {
      return List.of(element(child, name, name, child.getChildByName(name), targets(reference)));
    }
    if (child instanceof RuntimeChildChoiceDefinition) {
      return choices(child, name);
    }
    return List.of(element(child, name, name, child.getChildByName(name), Set.of()));
  }

  private List<Element> choices(BaseRuntimeChildDefinition child, String name) {
    List<Element> choices = new ArrayList<>();
    for (String member : child.getValidChildNames()) {
      BaseRuntimeElementDefinition<?> type = child.getChildByName(member);
      // HAPI also lists names that only its own parser knows, such as medicationResource.
      boolean alias = type.getName().equals("Reference") && !member.equals(name + "Reference");
      if (!alias) {
        String pathName = name + ".ofType(" + type.getName() + ")";
        choices.add(element(child, member.intern(), pathName, type, Set.of()));
      }
    }
    return choices;
  }

  private static Set<String> targets(RuntimeChildResourceDefinition child) {
    Set<String> names =
        child.getResourceTypes().stream()
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());
    boolean any = names.stream().anyMatch(n -> n.endsWith("Resource"));
    return any ? Set.of() : names;
  }

  private Element element(
      BaseRuntimeChildDefinition child,
      String name,
      String pathName,
      BaseRuntimeElementDefinition<?> type,
      Set<String> targets) {
    if (type instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
      return complex(child, name, pathName, composite, targets);
    }
    return new Element(
        name,
        ("_" + name).intern(),
        pathName,
        child.getElementName().intern(),
        Kind.PRIMITIVE,
        type.getName(),
        codes(child),
        null,
        repeats(child),
        Set.of());
  }

  private Element complex(
      BaseRuntimeChildDefinition child,
      String name,
      String pathName,
      BaseRuntimeElementCompositeDefinition<?> type,
      Set<String> targets) {
    Supplier<TypeTable> table = () -> model.type(type);
    return new Element(
        name,
        null,
        pathName,
        child.getElementName().intern(),
        Kind.COMPLEX,
        null,
        Set.of(),
        table,
        repeats(child),
        targets);
  }

  private static Element resource(BaseRuntimeChildDefinition child, String name) {
    return new Element(
        name, null, name, name, Kind.RESOURCE, null, Set.of(), null, repeats(child), Set.of());
  }

  private static boolean repeats(BaseRuntimeChildDefinition child) {
    return child.getMax() != 1;
  }

  private static Set<String> codes(BaseRuntimeChildDefinition child) {
    return child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition bound
        ? EnumCodes.of(bound.getBoundEnumType())
        : Set.of();
  }
}
