package org.closedloop.conformance.fhirpath;

import java.util.HashMap;
import java.util.Map;

/** All functions an expression may call, by name. */
final class Functions {

  private static final Map<String, FunctionDefinition> ALL = all();

  private Functions() {}

  /** Null when it is not supported. */
  static FunctionDefinition find(String name) {
    return ALL.get(name);
  }

  private static Map<String, FunctionDefinition> all() {
    Map<String, FunctionDefinition> all = new HashMap<>();
    all.putAll(Existence.functions());
    all.putAll(Filters.functions());
    all.putAll(Subsets.functions());
    all.putAll(Strings.functions());
    all.putAll(Regexes.functions());
    all.putAll(Conversions.functions());
    all.putAll(Numbers.functions());
    all.putAll(FhirFunctions.functions());
    return Map.copyOf(all);
  }
}
