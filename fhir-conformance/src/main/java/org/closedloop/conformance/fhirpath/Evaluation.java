package org.closedloop.conformance.fhirpath;

/**
 * The state of one evaluation. Instead of throwing, what cannot be answered leaves a mark here and
 * the evaluation runs out with empty results.
 */
final class Evaluation {

  private final Focus focus;
  private Value self;
  private int index;
  private boolean failed;

  Evaluation(Focus focus) {
    this.focus = focus;
    this.self = focus.context();
  }

  Focus focus() {
    return focus;
  }

  Session session() {
    return focus.session();
  }

  /** {@code $this}. */
  Value self() {
    return self;
  }

  /** {@code $index}. */
  int index() {
    return index;
  }

  /** Evaluates a criterion for one item of a collection. */
  Values at(Value item, int position, Expression criterion) {
    Value outerSelf = self;
    int outerIndex = index;
    self = item;
    index = position;
    Values result = criterion.eval(item, this);
    self = outerSelf;
    index = outerIndex;
    return result;
  }

  /** Counts elements looked at; false when no more may be. */
  boolean spend(int steps) {
    return !failed && session().budget().spend(steps);
  }

  /** FHIRPath calls it an error: there is no answer, whatever else the expression says. */
  Values fail() {
    failed = true;
    return Nothing.NOTHING;
  }

  boolean failed() {
    return failed;
  }
}
