package org.closedloop.acceptance.chaos.ledger;

/** Who saw something. */
public enum Side {
  HOSPITAL,
  PROGRAM
}
