package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closedloop.conformance.fhirpath.Scalar.Num;

/** Functions that take part of a collection or join two (FHIRPath 5.3, 5.4). */
final class Subsets {

  private Subsets() {}

  static Map<String, FunctionDefinition> functions() {
    return Map.ofEntries(
        Map.entry("first", plain(0, 0, a -> (in, run) -> at(in, 0))),
        Map.entry("last", plain(0, 0, a -> (in, run) -> at(in, in.size() - 1))),
        Map.entry("tail", plain(0, 0, a -> (in, run) -> Many.slice(in, 1, in.size()))),
        Map.entry("single", plain(0, 0, a -> Subsets::single)),
        Map.entry("skip", plain(1, 1, a -> skip(a.value(0)))),
        Map.entry("take", plain(1, 1, a -> take(a.value(0)))),
        Map.entry("distinct", plain(0, 0, a -> (in, run) -> Many.distinct(in))),
        Map.entry("intersect", plain(1, 1, a -> keep(a.value(0), true))),
        Map.entry("exclude", plain(1, 1, a -> keep(a.value(0), false))),
        Map.entry("combine", plain(1, 1, a -> join(a.value(0)))),
        Map.entry("union", plain(1, 1, a -> distinct(join(a.value(0))))));
  }

  /** {@code base[index]}. */
  static Expression index(Expression base, Expression index) {
    return (in, run) -> {
      Integer position = number(index.eval(in, run));
      return position == null ? Nothing.NOTHING : at(base.eval(in, run), position);
    };
  }

  private static Values at(Values values, int position) {
    return position >= 0 && position < values.size() ? values.get(position) : Nothing.NOTHING;
  }

  private static Values single(Values input, Evaluation run) {
    return input.size() > 1 ? run.fail() : input;
  }

  private static Expression skip(Expression count) {
    return (in, run) -> {
      Integer from = number(count.eval(in, run));
      return from == null ? run.fail() : Many.slice(in, from, in.size());
    };
  }

  private static Expression take(Expression count) {
    return (in, run) -> {
      Integer to = number(count.eval(in, run));
      return to == null ? run.fail() : Many.slice(in, 0, to);
    };
  }

  private static Expression keep(Expression other, boolean wanted) {
    return (in, run) -> {
      Values compared = other.eval(in, run);
      List<Value> kept = new ArrayList<>();
      for (int i = 0; i < in.size() && run.spend(1); i++) {
        if (Many.contains(compared, in.get(i)) == wanted) {
          kept.add(in.get(i));
        }
      }
      return wanted ? Many.distinct(Many.of(kept)) : Many.of(kept);
    };
  }

  private static Expression join(Expression other) {
    return (in, run) -> Many.both(in, other.eval(in, run));
  }

  private static Expression distinct(Expression expression) {
    return (in, run) -> Many.distinct(expression.eval(in, run));
  }

  private static Integer number(Values values) {
    return values instanceof Value value && value.scalar() instanceof Num number
        ? (Integer) number.value().intValue()
        : null;
  }
}
