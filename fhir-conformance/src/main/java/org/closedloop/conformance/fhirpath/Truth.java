package org.closedloop.conformance.fhirpath;

import org.closedloop.conformance.fhirpath.Scalar.Bool;

/**
 * Three-valued logic: true, false, and null for unknown. A collection that is no boolean counts as
 * true when it is not empty; where FHIRPath would call several items an error, the invariants of
 * guides mean "there are some" ({@code telecom or endpoint}).
 */
final class Truth {

  private Truth() {}

  /** Null when it is empty. */
  static Boolean of(Values values) {
    if (values instanceof Bool bool) {
      return bool == Bool.TRUE;
    }
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() == 1 && values.get(0).scalar() instanceof Bool bool) {
      return bool == Bool.TRUE;
    }
    return true;
  }

  static boolean isTrue(Values values) {
    return Boolean.TRUE.equals(of(values));
  }

  static Values values(Boolean truth) {
    return truth == null ? Nothing.NOTHING : Bool.of(truth);
  }

  static Boolean not(Boolean a) {
    return a == null ? null : !a;
  }

  static Boolean xor(Boolean a, Boolean b) {
    return a == null || b == null ? null : (Boolean) (!a.equals(b));
  }
}
