package org.closedloop.adapter.out;

import org.closedloop.core.claim.ClaimKind;

/**
 * A claim that follows from the state of a delivery.
 *
 * @param deliveryId the row it is noted in until the broker has it
 * @param referralId which referral
 * @param kind DELIVERED, WITHDRAWN or UNDELIVERABLE
 * @param reason code word, or null
 */
record ClaimDue(String deliveryId, String referralId, ClaimKind kind, String reason) {}
