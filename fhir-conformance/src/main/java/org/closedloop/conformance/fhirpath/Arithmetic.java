package org.closedloop.conformance.fhirpath;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.closedloop.conformance.fhirpath.Scalar.Amount;
import org.closedloop.conformance.fhirpath.Scalar.Num;
import org.closedloop.conformance.fhirpath.Scalar.Text;

/** Operators that compute (FHIRPath 6.6). */
final class Arithmetic {

  private Arithmetic() {}

  static Expression of(String operator, Expression left, Expression right) {
    if (operator.equals("&")) {
      return (in, run) -> concatenate(left.eval(in, run), right.eval(in, run), run);
    }
    return (in, run) -> {
      Values a = left.eval(in, run);
      Values b = right.eval(in, run);
      if (a.isEmpty() || b.isEmpty()) {
        return Nothing.NOTHING;
      }
      Values result =
          a instanceof Value x && b instanceof Value y
              ? compute(operator, x.scalar(), y.scalar())
              : null;
      return result == null ? run.fail() : result;
    };
  }

  static Expression negate(Expression operand) {
    return (in, run) -> {
      Values values = operand.eval(in, run);
      if (values instanceof Value value && value.scalar() instanceof Num number) {
        return new Num(number.value().negate(), number.whole());
      }
      if (values instanceof Value value && value.scalar() instanceof Amount amount) {
        return new Amount(amount.value().negate(), amount.unit());
      }
      return values.isEmpty() ? values : run.fail();
    };
  }

  private static Values concatenate(Values left, Values right, Evaluation run) {
    if (left.size() > 1 || right.size() > 1) {
      return run.fail();
    }
    String a = Strings.of(left);
    String b = Strings.of(right);
    return new Text((a == null ? "" : a) + (b == null ? "" : b));
  }

  /** Null when the operator is not for these types. */
  private static Values compute(String operator, Scalar a, Scalar b) {
    if (a instanceof Num x && b instanceof Num y) {
      return numbers(operator, x, y);
    }
    if (a instanceof Moment moment && b instanceof Amount amount) {
      return switch (operator) {
        case "+" -> Calendar.shift(moment, amount, 1);
        case "-" -> Calendar.shift(moment, amount, -1);
        default -> null;
      };
    }
    if (a instanceof Amount x && b instanceof Amount y && x.unit().equals(y.unit())) {
      return switch (operator) {
        case "+" -> new Amount(x.value().add(y.value()), x.unit());
        case "-" -> new Amount(x.value().subtract(y.value()), x.unit());
        default -> null;
      };
    }
    return operator.equals("+") && a instanceof Text x && b instanceof Text y
        ? new Text(x.text() + y.text())
        : null;
  }

  private static Values numbers(String operator, Num a, Num b) {
    BigDecimal x = a.value();
    BigDecimal y = b.value();
    boolean whole = a.whole() && b.whole();
    boolean byZero = y.signum() == 0;
    return switch (operator) {
      case "+" -> new Num(x.add(y, MathContext.DECIMAL128), whole);
      case "-" -> new Num(x.subtract(y, MathContext.DECIMAL128), whole);
      case "*" -> new Num(x.multiply(y, MathContext.DECIMAL128), whole);
      case "/" -> byZero ? Nothing.NOTHING : Num.decimal(x.divide(y, MathContext.DECIMAL64));
      case "div" ->
          byZero
              ? Nothing.NOTHING
              : new Num(x.divide(y, MathContext.DECIMAL64).setScale(0, RoundingMode.DOWN), true);
      case "mod" -> byZero ? Nothing.NOTHING : new Num(x.remainder(y), whole);
      default -> null;
    };
  }
}
