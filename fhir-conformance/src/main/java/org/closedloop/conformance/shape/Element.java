package org.closedloop.conformance.shape;

import java.util.Set;
import java.util.function.Supplier;

/**
 * One member an object of a type may have.
 *
 * @param name the JSON name, for instance {@code valueString}
 * @param siblingName what carries id and extensions of a primitive value: {@code _valueString};
 *     null unless {@link Kind#PRIMITIVE}
 * @param pathName its step in FHIRPath, for instance {@code value.ofType(string)}
 * @param group the element it counts for: {@code value} for all of {@code value[x]}
 * @param kind what stands there
 * @param primitive name of the primitive type, null unless {@link Kind#PRIMITIVE}
 * @param codes what a code may be, empty when any
 * @param type members of a complex value, null unless {@link Kind#COMPLEX}
 * @param repeats whether it is an array
 * @param targets types a Reference may point to, empty when any or when it is none
 */
public record Element(
    String name,
    String siblingName,
    String pathName,
    String group,
    Kind kind,
    String primitive,
    Set<String> codes,
    Supplier<TypeTable> type,
    boolean repeats,
    Set<String> targets) {

  /** Whether it is one of several members that count for one element. */
  boolean isChoice() {
    return !name.equals(group);
  }

  /** What stands there. */
  public enum Kind {
    PRIMITIVE,
    COMPLEX,
    RESOURCE
  }
}
