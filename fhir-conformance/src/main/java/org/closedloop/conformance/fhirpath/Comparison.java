package org.closedloop.conformance.fhirpath;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.closedloop.conformance.fhirpath.Scalar.Amount;
import org.closedloop.conformance.fhirpath.Scalar.Bool;
import org.closedloop.conformance.fhirpath.Scalar.Num;
import org.closedloop.conformance.fhirpath.Scalar.Text;

/** Which of two values is greater (FHIRPath 6.2). */
final class Comparison {

  private Comparison() {}

  static Values of(Values left, Values right, IntPredicate wanted, Evaluation run) {
    if (!(left instanceof Value a) || !(right instanceof Value b)) {
      return Nothing.NOTHING;
    }
    Scalar first = a.scalar();
    Scalar second = b.scalar();
    if (first == null || second == null) {
      return Nothing.NOTHING;
    }
    if (!comparable(first, second)) {
      return run.fail();
    }
    return sign(first, second)
        .map(sign -> (Values) Bool.of(wanted.test(sign)))
        .orElse(Nothing.NOTHING);
  }

  private static boolean comparable(Scalar a, Scalar b) {
    return (a instanceof Num && b instanceof Num)
        || (a instanceof Text && b instanceof Text)
        || (a instanceof Moment && b instanceof Moment)
        || (a instanceof Amount && b instanceof Amount);
  }

  /** Empty where precision or unit leave it open. */
  private static Optional<Integer> sign(Scalar a, Scalar b) {
    if (a instanceof Num x && b instanceof Num y) {
      return Optional.of(x.value().compareTo(y.value()));
    }
    if (a instanceof Moment x && b instanceof Moment y) {
      return x.compare(y);
    }
    if (a instanceof Amount x && b instanceof Amount y) {
      return x.unit().equals(y.unit())
          ? Optional.of(x.value().compareTo(y.value()))
          : Optional.empty();
    }
    return Optional.of(a.text().compareTo(b.text()));
  }
}
