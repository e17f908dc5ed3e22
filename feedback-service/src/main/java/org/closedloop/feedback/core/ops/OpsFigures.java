package org.closedloop.feedback.core.ops;

import java.time.Instant;
import java.util.List;

/**
 * The figures of the record at a moment.
 *
 * @param at when they were read
 * @param open open referrals by state
 * @param flow what came in and what became of it
 * @param stages how long the stages took, of what came in within the window
 * @param steps the same over time
 * @param overdue what is late
 * @param deliveries open referrals whose program does not have the package yet
 * @param parked what waits for a person
 */
public record OpsFigures(
    Instant at,
    List<InState> open,
    Flow flow,
    List<StageTime> stages,
    List<Step> steps,
    List<Late> overdue,
    List<Delivery> deliveries,
    List<Waiting> parked) {

  /** How many open referrals stand there. */
  public record InState(String status, String businessStatus, long count) {}

  /**
   * What came in within the window.
   *
   * @param accepted how many
   * @param closed how many of them are at an end
   * @param completed how many of them ended with an outcome
   * @param closedLately how many of any age came to an end within the window
   */
  public record Flow(long accepted, long closed, long completed, long closedLately) {}

  /** Seconds from one stage to the next; null where nothing passed it. */
  public record StageTime(String name, long count, Double p50, Double p95, Double p99) {}

  /** A step of time; seconds from acceptance to delivery, null where nothing was delivered. */
  public record Step(Instant from, long accepted, long closed, Double p50, Double p95) {}

  /** How much is late, by whose turn it is. */
  public record Late(String turn, String stage, long count) {}

  /**
   * Packages on their way to a program.
   *
   * @param delivery word of the delivery state
   * @param oldest since when the oldest of them is on its way
   * @param nextAt when the next attempt is made, where attempts failed; else null
   */
  public record Delivery(
      String program, String delivery, long count, Instant oldest, Instant nextAt) {}

  /** What is parked, by kind. */
  public record Waiting(String kind, long count, Instant oldest) {}
}
