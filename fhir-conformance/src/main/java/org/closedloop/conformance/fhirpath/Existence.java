package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.criterion;
import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import java.util.Map;
import org.closedloop.conformance.fhirpath.Scalar.Bool;
import org.closedloop.conformance.fhirpath.Scalar.Num;

/** Functions that ask whether and how many (FHIRPath 5.1). */
final class Existence {

  private Existence() {}

  static Map<String, FunctionDefinition> functions() {
    return Map.ofEntries(
        Map.entry("empty", plain(0, 0, a -> (in, run) -> Bool.of(in.isEmpty()))),
        Map.entry("exists", criterion(0, 1, a -> exists(a.criterion(0)))),
        Map.entry("all", criterion(1, 1, a -> all(a.criterion(0)))),
        Map.entry("not", plain(0, 0, a -> (in, run) -> Truth.values(Truth.not(Truth.of(in))))),
        Map.entry("allTrue", plain(0, 0, a -> (in, run) -> Bool.of(every(in, true)))),
        Map.entry("allFalse", plain(0, 0, a -> (in, run) -> Bool.of(every(in, false)))),
        Map.entry("anyTrue", plain(0, 0, a -> (in, run) -> Bool.of(any(in, true)))),
        Map.entry("anyFalse", plain(0, 0, a -> (in, run) -> Bool.of(any(in, false)))),
        Map.entry("count", plain(0, 0, a -> (in, run) -> Num.of(in.size()))),
        Map.entry(
            "isDistinct",
            plain(0, 0, a -> (in, run) -> Bool.of(Many.distinct(in).size() == in.size()))),
        Map.entry(
            "subsetOf", plain(1, 1, a -> sets(a.value(0), (in, other) -> isSubset(in, other)))),
        Map.entry(
            "supersetOf", plain(1, 1, a -> sets(a.value(0), (in, other) -> isSubset(other, in)))));
  }

  private static Expression exists(Expression criterion) {
    if (criterion == null) {
      return (in, run) -> Bool.of(!in.isEmpty());
    }
    return (in, run) -> {
      for (int i = 0; i < in.size() && run.spend(1); i++) {
        if (Truth.isTrue(run.at(in.get(i), i, criterion))) {
          return Bool.TRUE;
        }
      }
      return Bool.FALSE;
    };
  }

  private static Expression all(Expression criterion) {
    return (in, run) -> {
      for (int i = 0; i < in.size() && run.spend(1); i++) {
        if (!Truth.isTrue(run.at(in.get(i), i, criterion))) {
          return Bool.FALSE;
        }
      }
      return Bool.TRUE;
    };
  }

  private static boolean every(Values values, boolean wanted) {
    for (int i = 0; i < values.size(); i++) {
      if (!Boolean.valueOf(wanted).equals(Truth.of(values.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(Values values, boolean wanted) {
    for (int i = 0; i < values.size(); i++) {
      if (Boolean.valueOf(wanted).equals(Truth.of(values.get(i)))) {
        return true;
      }
    }
    return false;
  }

  private interface SetTest {
    boolean test(Values input, Values other);
  }

  private static Expression sets(Expression other, SetTest test) {
    return (in, run) -> Bool.of(test.test(in, other.eval(in, run)));
  }

  private static boolean isSubset(Values part, Values whole) {
    for (int i = 0; i < part.size(); i++) {
      if (!Many.contains(whole, part.get(i))) {
        return false;
      }
    }
    return true;
  }
}
