package org.closedloop.acceptance.bench;

import java.util.List;

/**
 * What the floor did.
 *
 * @param loopsPerSecond the highest rate that held
 * @param confirmed whether it held when tried again, for longer
 * @param steps of the search and, last, the trial of its best
 * @param perLoop what it wrote for each loop, to be held against the hub's
 */
record FloorResult(double loopsPerSecond, boolean confirmed, List<Phase> steps, Volume perLoop) {}
