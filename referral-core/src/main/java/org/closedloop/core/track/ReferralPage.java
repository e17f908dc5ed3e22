package org.closedloop.core.track;

import java.util.List;

/**
 * A page of a hospital's referrals, and how many there are of each kind.
 *
 * @param lines overdue first, then oldest first; the closed latest first
 * @param counts how many there are, whatever page and group is shown
 */
public record ReferralPage(List<ReferralLine> lines, List<Count> counts) {

  /** Lines on a page. */
  public static final int SIZE = 50;

  /**
   * Of the closed only so many are counted and listed, the latest; older ones are found by number.
   */
  public static final int CLOSED_AT_MOST = 10_000;

  public ReferralPage {
    lines = List.copyOf(lines);
    counts = List.copyOf(counts);
  }

  /** How many there are of a group. */
  public long count(StatusGroup group) {
    return counts.stream().filter(count -> count.in(group)).mapToLong(Count::count).sum();
  }

  /** How many there are of a group in an age band. */
  public long count(StatusGroup group, AgeBand age) {
    return counts.stream()
        .filter(count -> count.in(group) && age.word().equals(count.age()))
        .mapToLong(Count::count)
        .sum();
  }

  /** Whether more are closed than are counted. */
  public boolean moreClosed() {
    return count(StatusGroup.COMPLETED) + count(StatusGroup.ENDED) >= CLOSED_AT_MOST;
  }

  /**
   * How many referrals are alike.
   *
   * @param status Task.status code
   * @param businessStatus business status code
   * @param overdue whether they are late
   * @param age word of the {@link AgeBand}; null for the closed
   * @param count how many
   */
  public record Count(
      String status, String businessStatus, boolean overdue, String age, long count) {

    boolean in(StatusGroup group) {
      return group.holds(status, businessStatus, overdue);
    }
  }
}
