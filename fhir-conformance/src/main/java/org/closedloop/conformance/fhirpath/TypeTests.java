package org.closedloop.conformance.fhirpath;

import java.util.ArrayList;
import java.util.List;

/** {@code is}, {@code as} and {@code ofType}, as operators and functions. */
final class TypeTests {

  private TypeTests() {}

  static boolean isFunction(String name) {
    return name.equals("is") || name.equals("as") || name.equals("ofType");
  }

  static Part operator(String operator, Part left, String type) {
    return function(operator, left, type);
  }

  static Part function(String name, Part base, String type) {
    Expression test = name.equals("is") ? is(type) : ofType(type);
    return new Part(new Chain(base.expression(), test), base.reach().and(Part.Reach.RESOURCE));
  }

  private static Expression is(String type) {
    return (input, run) ->
        switch (input) {
          case Nothing nothing -> nothing;
          case Value value -> Scalar.Bool.of(isA(value, type));
          case Many many -> Scalar.Bool.FALSE;
        };
  }

  /** R4's own invariants use {@code as} on collections, so it is not held to one item. */
  private static Expression ofType(String type) {
    return (input, run) ->
        switch (input) {
          case Nothing nothing -> nothing;
          case Value value -> isKept(value, type) ? value : Nothing.NOTHING;
          case Many many -> filter(many, type, run);
        };
  }

  private static Values filter(Many many, String type, Evaluation run) {
    List<Value> kept = new ArrayList<>();
    for (int i = 0; i < many.size() && run.spend(1); i++) {
      if (isKept(many.get(i), type)) {
        kept.add(many.get(i));
      }
    }
    return Many.of(kept);
  }

  private static boolean isA(Value value, String type) {
    return switch (value) {
      case Node node -> node.type().isA(type);
      case Scalar scalar -> isA(scalar, type);
    };
  }

  private static boolean isKept(Value value, String type) {
    return switch (value) {
      case Node node -> node.type().isKeptAs(type);
      case Scalar scalar -> isA(scalar, type);
    };
  }

  private static boolean isA(Scalar scalar, String type) {
    return scalar.typeName().equals(type) || ("System." + scalar.typeName()).equals(type);
  }
}
