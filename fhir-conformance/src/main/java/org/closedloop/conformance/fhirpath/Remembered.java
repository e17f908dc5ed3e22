package org.closedloop.conformance.fhirpath;

/** A part that is the same throughout an evaluation, computed once. */
record Remembered(Expression part, int slot) implements Expression {

  @Override
  public Values eval(Values input, Evaluation run) {
    Values known = run.remembered(slot);
    if (known == null) {
      known = part.eval(input, run);
      run.remember(slot, known);
    }
    return known;
  }
}
