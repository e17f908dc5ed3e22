package org.closedloop.conformance.fhirpath;

import java.util.function.IntPredicate;
import org.closedloop.conformance.fhirpath.Scalar.Bool;

/** The operators between two parts. */
final class Operators {

  private Operators() {}

  static Expression of(String operator, Expression left, Expression right) {
    return switch (operator) {
      case "implies" -> implies(left, right);
      case "or" -> or(left, right);
      case "xor" ->
          (in, run) -> Truth.values(Truth.xor(truth(left, in, run), truth(right, in, run)));
      case "and" -> and(left, right);
      case "in" -> (in, run) -> membership(left.eval(in, run), right.eval(in, run));
      case "contains" -> (in, run) -> membership(right.eval(in, run), left.eval(in, run));
      case "=" ->
          (in, run) -> Truth.values(Equality.equal(left.eval(in, run), right.eval(in, run)));
      case "!=" ->
          (in, run) ->
              Truth.values(Truth.not(Equality.equal(left.eval(in, run), right.eval(in, run))));
      case "~" ->
          (in, run) -> Bool.of(Equality.equivalent(left.eval(in, run), right.eval(in, run)));
      case "!~" ->
          (in, run) -> Bool.of(!Equality.equivalent(left.eval(in, run), right.eval(in, run)));
      case "<" -> compare(left, right, sign -> sign < 0);
      case "<=" -> compare(left, right, sign -> sign <= 0);
      case ">" -> compare(left, right, sign -> sign > 0);
      case ">=" -> compare(left, right, sign -> sign >= 0);
      case "|" -> (in, run) -> Many.distinct(Many.both(left.eval(in, run), right.eval(in, run)));
      default -> Arithmetic.of(operator, left, right);
    };
  }

  private static Boolean truth(Expression part, Values input, Evaluation run) {
    return Truth.of(part.eval(input, run));
  }

  private static Expression implies(Expression left, Expression right) {
    return (in, run) -> {
      Boolean condition = truth(left, in, run);
      if (Boolean.FALSE.equals(condition)) {
        return Bool.TRUE;
      }
      Boolean consequence = truth(right, in, run);
      return Boolean.TRUE.equals(consequence)
          ? Bool.TRUE
          : Truth.values(condition == null ? null : consequence);
    };
  }

  private static Expression or(Expression left, Expression right) {
    return (in, run) -> {
      Boolean first = truth(left, in, run);
      if (Boolean.TRUE.equals(first)) {
        return Bool.TRUE;
      }
      Boolean second = truth(right, in, run);
      return Boolean.TRUE.equals(second) ? Bool.TRUE : Truth.values(first == null ? null : second);
    };
  }

  private static Expression and(Expression left, Expression right) {
    return (in, run) -> {
      Boolean first = truth(left, in, run);
      if (Boolean.FALSE.equals(first)) {
        return Bool.FALSE;
      }
      Boolean second = truth(right, in, run);
      return Boolean.FALSE.equals(second)
          ? Bool.FALSE
          : Truth.values(first == null ? null : second);
    };
  }

  /** As HL7's engine has it, each of several items has to be among the others. */
  private static Values membership(Values items, Values among) {
    if (items.isEmpty()) {
      return Nothing.NOTHING;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!Many.contains(among, items.get(i))) {
        return Bool.FALSE;
      }
    }
    return Bool.TRUE;
  }

  private static Expression compare(Expression left, Expression right, IntPredicate wanted) {
    return (in, run) -> Comparison.of(left.eval(in, run), right.eval(in, run), wanted, run);
  }
}
