package org.closedloop.conformance.fhirpath;

/**
 * A FHIRPath collection. A single value is its own collection: most are, and none is copied for it.
 */
sealed interface Values permits Nothing, Value, Many {

  int size();

  Value get(int index);

  default boolean isEmpty() {
    return size() == 0;
  }
}
