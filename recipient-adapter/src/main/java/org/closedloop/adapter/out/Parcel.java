package org.closedloop.adapter.out;

/**
 * A message leased for one attempt.
 *
 * @param id stable id, the same for every attempt
 * @param referralId which referral
 * @param sequence number of the decision it follows from
 * @param program party id
 * @param attempts number of this attempt, from 1; also tells this lease from a later one
 * @param message FHIR JSON as the program gets it
 */
record Parcel(
    String id, String referralId, long sequence, String program, int attempts, byte[] message) {}
