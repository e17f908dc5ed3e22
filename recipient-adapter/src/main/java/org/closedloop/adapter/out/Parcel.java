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
 * @param attempts number of this attempt, from 1
 * @param lease number of this lease, which tells it from a later one
 * @param leaseEnds when nobody may rely on the lease any more, by {@link System#nanoTime} of this
 *     process: it goes on while the process is stopped
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
    int lease,
    long leaseEnds,
    byte[] message) {}
