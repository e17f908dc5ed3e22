package org.closedloop.gateway.core.track;

/**
 * One event on a referral's way, ready to be shown.
 *
 * @param title what happened, a sentence
 * @param text more about it, or null
 * @param moment when, for people
 * @param iso when, for machines
 * @param refused whether it had no effect
 * @param documentId a feedback document that came with it, or null
 */
public record TimelineEntry(
    String title, String text, String moment, String iso, boolean refused, String documentId) {}
