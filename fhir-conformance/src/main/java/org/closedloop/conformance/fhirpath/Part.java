package org.closedloop.conformance.fhirpath;

/**
 * A compiled part of an expression and what its result depends on.
 *
 * @param expression the part
 * @param reach what it looks at
 */
record Part(Expression expression, Reach reach) {

  /** From the least to the most a result can depend on. */
  enum Reach {
    /** Nothing: literals only. */
    CONSTANT,
    /** {@code %resource} and the like: the same everywhere in one resource. */
    RESOURCE,
    /** The input or {@code $this}. */
    INPUT;

    Reach and(Reach other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  static Part constant(Values values) {
    return new Part((input, run) -> values, Reach.CONSTANT);
  }

  static Part resource(Expression expression) {
    return new Part(expression, Reach.RESOURCE);
  }

  static Part input(Expression expression) {
    return new Part(expression, Reach.INPUT);
  }

  /** Its value, null unless it is constant. */
  Values literal() {
    return reach == Reach.CONSTANT ? expression.eval(Nothing.NOTHING, null) : null;
  }
}
