package org.closedloop.conformance.fhirpath;

/** One part applied to the result of another. */
record Chain(Expression base, Expression then) implements Expression {

  @Override
  public Values eval(Values input, Evaluation run) {
    return then.eval(base.eval(input, run), run);
  }
}
