package org.closedloop.feedback.out;

/**
 * A leased callback.
 *
 * @param id stable X-Request-ID
 * @param referralId X-Correlation-ID
 * @param party whom to call
 * @param attempts how often it was tried, the coming attempt included
 * @param message the message to push
 */
record Callback(String id, String referralId, String party, int attempts, byte[] message) {}
