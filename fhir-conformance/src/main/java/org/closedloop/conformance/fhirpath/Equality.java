package org.closedloop.conformance.fhirpath;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.closedloop.conformance.fhirpath.Scalar.Amount;
import org.closedloop.conformance.fhirpath.Scalar.Num;

/** {@code =} and {@code ~} (FHIRPath 6.1). */
final class Equality {

  private Equality() {}

  /** Null when a collection is empty, or precision or unit leave it open. */
  static Boolean equal(Values left, Values right) {
    if (left.isEmpty() || right.isEmpty()) {
      return null;
    }
    if (left.size() != right.size()) {
      return false;
    }
    boolean open = false;
    for (int i = 0; i < left.size(); i++) {
      Boolean same = same(left.get(i), right.get(i));
      if (Boolean.FALSE.equals(same)) {
        return false;
      }
      open |= same == null;
    }
    return open ? null : (Boolean) true;
  }

  private static Boolean same(Value a, Value b) {
    Scalar first = a.scalar();
    Scalar second = b.scalar();
    if (first == null || second == null) {
      return a.key().equals(b.key());
    }
    if (first instanceof Num x && second instanceof Num y) {
      return x.value().compareTo(y.value()) == 0;
    }
    if (first instanceof Moment x && second instanceof Moment y) {
      return x.compare(y).map(sign -> sign == 0).orElse(null);
    }
    if (first instanceof Amount x && second instanceof Amount y) {
      return x.unit().equals(y.unit()) ? (Boolean) (x.value().compareTo(y.value()) == 0) : null;
    }
    // A code or date may be compared with a string, as HL7's engine allows.
    return first.text().equals(second.text());
  }

  /** The same but for order, case, white space and precision. */
  static boolean equivalent(Values left, Values right) {
    if (left.size() != right.size()) {
      return false;
    }
    List<Value> open = new ArrayList<>();
    Many.addTo(open, right);
    for (int i = 0; i < left.size(); i++) {
      Value item = left.get(i);
      if (!removeOne(open, item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean removeOne(List<Value> open, Value item) {
    for (int i = 0; i < open.size(); i++) {
      if (alike(item, open.get(i))) {
        open.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean alike(Value a, Value b) {
    Scalar first = a.scalar();
    Scalar second = b.scalar();
    if (first == null || second == null) {
      return a.key().equals(b.key());
    }
    if (first instanceof Num x && second instanceof Num y) {
      int digits = Math.min(x.value().scale(), y.value().scale());
      return x.value()
              .setScale(digits, RoundingMode.HALF_UP)
              .compareTo(y.value().setScale(digits, RoundingMode.HALF_UP))
          == 0;
    }
    if (first instanceof Moment || first instanceof Amount) {
      return Boolean.TRUE.equals(same(a, b));
    }
    return normal(first).equals(normal(second));
  }

  private static String normal(Scalar scalar) {
    return scalar.text().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
