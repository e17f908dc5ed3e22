package org.closedloop.conformance.fhirpath;

/** A compiled part of an expression. Without state, so that many threads may share it. */
@FunctionalInterface
interface Expression {

  /**
   * @param input the collection it is applied to
   * @return a collection, empty also where an error is marked in the evaluation
   */
  Values eval(Values input, Evaluation run);
}
