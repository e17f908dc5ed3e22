package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.criterion;
import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that keep, map or walk (FHIRPath 5.2, 5.8), and the conditional. */
final class Filters {

  private Filters() {}

  static Map<String, FunctionDefinition> functions() {
    return Map.of(
        "where", criterion(1, 1, a -> where(a.criterion(0))),
        "select", criterion(1, 1, a -> select(a.criterion(0))),
        "repeat", criterion(1, 1, a -> repeat(a.criterion(0))),
        "iif", criterion(2, 3, a -> iif(a.criterion(0), a.criterion(1), a.criterion(2))),
        "children", plain(0, 0, a -> Filters::children),
        "descendants", plain(0, 0, a -> Navigation::descendants),
        "trace", criterion(1, 2, a -> (in, run) -> in));
  }

  private static Expression where(Expression criterion) {
    return (in, run) -> {
      if (in instanceof Value value) {
        return Truth.isTrue(run.at(value, 0, criterion)) ? value : Nothing.NOTHING;
      }
      List<Value> kept = new ArrayList<>();
      for (int i = 0; i < in.size() && run.spend(1); i++) {
        if (Truth.isTrue(run.at(in.get(i), i, criterion))) {
          kept.add(in.get(i));
        }
      }
      return Many.of(kept);
    };
  }

  private static Expression select(Expression projection) {
    return (in, run) -> {
      if (in instanceof Value value) {
        return run.at(value, 0, projection);
      }
      List<Value> found = new ArrayList<>();
      for (int i = 0; i < in.size() && run.spend(1); i++) {
        Many.addTo(found, run.at(in.get(i), i, projection));
      }
      return Many.of(found);
    };
  }

  private static Expression repeat(Expression projection) {
    return (in, run) -> {
      Set<Object> seen = new HashSet<>();
      List<Value> found = new ArrayList<>();
      List<Value> open = new ArrayList<>();
      Many.addTo(open, in);
      for (int i = 0; i < open.size() && run.spend(1); i++) {
        Values next = run.at(open.get(i), i, projection);
        for (int j = 0; j < next.size(); j++) {
          if (seen.add(next.get(j).key())) {
            found.add(next.get(j));
            open.add(next.get(j));
          }
        }
      }
      return Many.of(found);
    };
  }

  private static Expression iif(Expression condition, Expression then, Expression otherwise) {
    return (in, run) -> {
      if (Truth.isTrue(condition.eval(in, run))) {
        return then.eval(in, run);
      }
      return otherwise == null ? Nothing.NOTHING : otherwise.eval(in, run);
    };
  }

  private static Values children(Values input, Evaluation run) {
    List<Value> found = new ArrayList<>();
    for (int i = 0; i < input.size() && run.spend(1); i++) {
      if (input.get(i) instanceof Node node) {
        Navigation.addChildren(found, node);
      }
    }
    run.spend(found.size());
    return Many.of(found);
  }
}
