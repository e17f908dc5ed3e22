package org.closedloop.core.claim;

/** What a claim says. Parties and parts make claims; only feedback-service decides. */
public enum ClaimKind {
  /** An initiator places a referral (row 01). */
  SUBMISSION,
  /** A party reports a Task: cancellation request, acceptance, visit, outcome and so on. */
  REPORT,
  /** The router has put the filtered package on the topic of its use case. */
  ROUTED,
  /** The adapter has handed the package to the program. */
  DELIVERED,
  /** The adapter took the package back before it was handed over: the hub confirms (row 23). */
  WITHDRAWN,
  /** The package can never be handed over: the hub declines (row 03). */
  UNDELIVERABLE,
  /** An attempt of the adapter to hand a message over failed. */
  ATTEMPT,
  /** An operator has what is parked of a referral tried again. */
  REPLAY,
  /** An operator gives up what is parked of a referral: it is never sent. */
  DISCARD,
  /** An initiator says that a patient's consent is gone; about no one referral. */
  REVOCATION,
  /** What follows from a revocation for one open referral; made by feedback-service itself. */
  CONSENT_REVOKED
}
