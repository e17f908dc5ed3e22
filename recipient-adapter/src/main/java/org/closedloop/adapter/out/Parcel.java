package org.closedloop.adapter.out;

import java.time.Instant;

/**
 * A message leased for one attempt.
 *
 * @param id stable id, the same for every attempt
 * @param referralId which referral
 * @param sequence number of the decision it follows from
 * @param program party id
 * @param referral true for the referral package, false for an update
 * @param decidedAt when the decision it follows from was made; null where nobody knows
 * @param attempts number of this attempt, from 1; also tells this lease from a later one
 * @param message FHIR JSON as the program gets it
 */
record Parcel(
    String id,
    String referralId,
    long sequence,
    String program,
    boolean referral,
    Instant decidedAt,
    int attempts,
    byte[] message) {}
