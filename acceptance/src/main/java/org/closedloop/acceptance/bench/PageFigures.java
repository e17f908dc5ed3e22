package org.closedloop.acceptance.bench;

/**
 * How a page, or another answer, came.
 *
 * @param rows open referrals on record
 * @param page what was asked for
 * @param times milliseconds until the last byte
 * @param bytes of the longest answer
 */
record PageFigures(long rows, String page, Latencies.Percentiles times, int bytes) {}
