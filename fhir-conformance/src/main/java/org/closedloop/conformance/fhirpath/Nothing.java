package org.closedloop.conformance.fhirpath;

/** The empty collection. */
enum Nothing implements Values {
  NOTHING;

  @Override
  public int size() {
    return 0;
  }

  @Override
  public Value get(int index) {
    throw new IndexOutOfBoundsException(index);
  }
}
