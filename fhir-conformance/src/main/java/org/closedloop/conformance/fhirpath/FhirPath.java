package org.closedloop.conformance.fhirpath;

/**
 * A compiled FHIRPath expression. Compile once, evaluate often and on many threads.
 *
 * <p>Source: FHIRPath 2.0.0, with the variables and functions FHIR R4 adds (fhirpath.html).
 */
public final class FhirPath {

  private final String text;
  private final Expression expression;

  FhirPath(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Compiles an expression.
   *
   * @return refused when it is not FHIRPath or uses what is not supported, {@code memberOf} and
   *     {@code conformsTo} for instance: such an invariant must never pass silently
   */
  public static Compilation compile(String expression) {
    return new Compiler(expression).compile();
  }

  /** Whether an invariant is fulfilled at an element. */
  public boolean holds(Focus focus) {
    return judge(focus) == Verdict.HOLDS;
  }

  /** What an invariant says of an element. An empty answer is a breach, as HL7's engine has it. */
  public Verdict judge(Focus focus) {
    Evaluation run = new Evaluation(focus);
    Values result = expression.eval(focus.context(), run);
    if (focus.session().budget().isSpent()) {
      return Verdict.TOO_COSTLY;
    }
    return !run.failed() && Truth.isTrue(result) ? Verdict.HOLDS : Verdict.BROKEN;
  }

  /** The result itself; empty where it is an error. */
  Values evaluate(Focus focus) {
    Evaluation run = new Evaluation(focus);
    Values result = expression.eval(focus.context(), run);
    return run.failed() ? Nothing.NOTHING : result;
  }

  /** The source. */
  @Override
  public String toString() {
    return text;
  }
}
