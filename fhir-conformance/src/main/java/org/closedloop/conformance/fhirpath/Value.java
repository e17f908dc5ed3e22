package org.closedloop.conformance.fhirpath;

/** One item of a collection: an element of the message, or a value an expression computed. */
sealed interface Value extends Values permits Node, Scalar {

  @Override
  default int size() {
    return 1;
  }

  @Override
  default Value get(int index) {
    return this;
  }

  /** The computed value an element stands for (R4: a primitive, or a Quantity); null for others. */
  Scalar scalar();

  /** What makes two values the same for {@code distinct()} and {@code |}. */
  Object key();
}
