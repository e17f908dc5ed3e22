package org.closedloop.conformance.shape;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of one of HAPI's enums: a required binding of R4. */
final class EnumCodes {

  private EnumCodes() {}

  static Set<String> of(Class<? extends Enum<?>> type) {
    try {
      Method toCode = type.getMethod("toCode");
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> !constant.name().equals("NULL"))
          .map(constant -> code(toCode, constant))
          .filter(Objects::nonNull)
          .collect(Collectors.toUnmodifiableSet());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("HAPI's enum has no codes: " + type, e);
    }
  }

  private static String code(Method toCode, Enum<?> constant) {
    try {
      return (String) toCode.invoke(constant);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("HAPI's enum does not tell its code: " + constant, e);
    }
  }
}
