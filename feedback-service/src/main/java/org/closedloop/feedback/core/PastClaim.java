package org.closedloop.feedback.core;

import org.closedloop.core.claim.Verdict;

/**
 * A claim that was decided before.
 *
 * @param verdict what was answered
 * @param fingerprint of its content, null for claims of the hub's own parts
 */
public record PastClaim(Verdict verdict, String fingerprint) {}
