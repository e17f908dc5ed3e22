package org.closedloop.conformance.fhirpath;

import java.util.List;

/**
 * What a function is called with.
 *
 * @param function its name
 */
record Arguments(String function, List<Part> parts, Words words) {

  int size() {
    return parts.size();
  }

  /** An argument that is evaluated for an item of the input, null when it was left out. */
  Expression criterion(int position) {
    return position < parts.size() ? parts.get(position).expression() : null;
  }

  /** An argument that is evaluated where the expression stands, not on the input. */
  Expression value(int position) {
    Part part = parts.get(position);
    Values literal = part.literal();
    Expression expression = part.expression();
    return literal != null
        ? (input, run) -> literal
        : (input, run) -> expression.eval(run.self(), run);
  }

  /** The text of an argument that is a literal, null when it is not. */
  String literal(int position) {
    return parts.get(position).literal() instanceof Scalar scalar ? scalar.text() : null;
  }

  /** Refuses the whole expression. */
  Expression refuse(String reason) {
    words.refuse("the function " + function + "() " + reason);
    return (input, run) -> run.fail();
  }
}
