package org.closedloop.acceptance.bench;

/**
 * Milliseconds a message, in one process on one thread.
 *
 * @param gateMs the product's gate
 * @param hapiMs HAPI's validator
 */
record GateFigures(double gateMs, double hapiMs) {

  /** How many times faster the gate is; 0 when it was not measured. */
  double ratio() {
    return gateMs > 0 ? hapiMs / gateMs : 0;
  }
}
