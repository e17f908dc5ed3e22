package org.closedloop.feedback.out;

import java.time.Instant;

/**
 * How much is parked.
 *
 * @param count items
 * @param bytes of all records
 * @param oldest since when the first waits, null when nothing does
 */
public record ParkedTotals(long count, long bytes, Instant oldest) {}
