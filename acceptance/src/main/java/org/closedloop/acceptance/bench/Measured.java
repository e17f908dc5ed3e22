package org.closedloop.acceptance.bench;

/** What is measured of a closed loop; each from an event to another, see {@link Ride}. */
enum Measured {
  /** The moment a referral was due at the hospital, until the hospital has the hub's answer. */
  SUBMIT_TO_VERDICT("submit → verdict"),
  /** The hub's record of the acceptance, until the program has the package. */
  ACCEPT_TO_DELIVERED("accept → delivered"),
  /** The program sends its outcome, until the hospital has it with the feedback document. */
  OUTCOME_TO_INITIATOR("outcome → initiator"),
  /** The moment a referral was due, until the hospital has the outcome. */
  WHOLE_LOOP("whole loop");

  private final String title;

  Measured(String title) {
    this.title = title;
  }

  /** For people. */
  String title() {
    return title;
  }
}
