package org.closedloop.conformance.fhirpath;

import java.util.ArrayList;
import java.util.List;

/** From elements to their children of one name. */
record Step(String name) implements Expression {

  @Override
  public Values eval(Values input, Evaluation run) {
    if (input instanceof Node node) {
      return run.spend(1) ? Navigation.children(node, name) : Nothing.NOTHING;
    }
    if (!(input instanceof Many)) {
      return Nothing.NOTHING;
    }
    List<Value> found = new ArrayList<>();
    for (int i = 0; i < input.size() && run.spend(1); i++) {
      if (input.get(i) instanceof Node node) {
        Many.addTo(found, Navigation.children(node, name));
      }
    }
    return Many.of(found);
  }
}
