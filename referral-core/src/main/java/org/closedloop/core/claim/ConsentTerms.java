package org.closedloop.core.claim;

import java.time.Instant;

/**
 * What the consents of a referral say about time; facts, no content.
 *
 * @param given when the latest of them was given: the beginning of what Consent.dateTime covers
 * @param until when the first of them ends (exclusive), null when none does
 */
public record ConsentTerms(Instant given, Instant until) {}
