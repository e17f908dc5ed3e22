package org.closedloop.conformance.fhirpath;

/** A type's name at the start: the resource itself when it is of the type. */
record TypeStep(String name) implements Expression {

  @Override
  public Values eval(Values input, Evaluation run) {
    return input instanceof Node node && node.type().isA(name) ? node : Nothing.NOTHING;
  }
}
