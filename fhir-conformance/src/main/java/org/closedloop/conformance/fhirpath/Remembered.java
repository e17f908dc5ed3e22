package org.closedloop.conformance.fhirpath;

/**
 * A part that depends on {@code %resource} and {@code %rootResource} only, computed once for each:
 * all references of a resource, say, that are looked into for every contained one.
 */
final class Remembered implements Expression {

  private final Expression part;

  Remembered(Expression part) {
    this.part = part;
  }

  /** The part, remembered where that is right. */
  static Part of(Part part) {
    return part.reach() == Part.Reach.RESOURCE
        ? new Part(new Remembered(part.expression()), part.reach())
        : part;
  }

  @Override
  public Values eval(Values input, Evaluation run) {
    Memory memory = run.session().memory();
    Values known = memory.recall(this, run.focus());
    return known == null ? memory.keep(this, run.focus(), part.eval(input, run)) : known;
  }
}
