package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.closedloop.conformance.fhirpath.Scalar.Num;

/** Functions of one number (FHIRPath 5.7). */
final class Numbers {

  private Numbers() {}

  static Map<String, FunctionDefinition> functions() {
    return Map.of(
        "abs", plain(0, 0, a -> (in, run) -> apply(in, BigDecimal::abs, false)),
        "ceiling", plain(0, 0, a -> whole(RoundingMode.CEILING)),
        "floor", plain(0, 0, a -> whole(RoundingMode.FLOOR)),
        "truncate", plain(0, 0, a -> whole(RoundingMode.DOWN)),
        "round", plain(0, 1, Numbers::round));
  }

  private static Expression whole(RoundingMode mode) {
    return (in, run) -> apply(in, value -> value.setScale(0, mode), true);
  }

  private static Expression round(Arguments arguments) {
    Expression precision = arguments.size() == 0 ? (in, run) -> Num.of(0) : arguments.value(0);
    return (in, run) ->
        precision.eval(in, run) instanceof Num digits
                && digits.value().abs().compareTo(BigDecimal.TEN) <= 0
            ? apply(in, v -> v.setScale(digits.value().intValue(), RoundingMode.HALF_UP), false)
            : run.fail();
  }

  private static Values apply(Values input, UnaryOperator<BigDecimal> function, boolean whole) {
    return input instanceof Value value && value.scalar() instanceof Num number
        ? new Num(function.apply(number.value()), whole || number.whole())
        : Nothing.NOTHING;
  }
}
