package org.closedloop.feedback.out;

import java.time.Instant;
import java.util.List;

/**
 * What came of a rebuild; no content of any row.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param equal whether it is done and both records are the same
 * @param problem class of the failure, null when there was none
 * @param startedAt when it began
 * @param seconds how long it took
 * @param entries of the journal read so far
 * @param again entries that were in the journal before, as a crash leaves them
 * @param unreadable records of the journal that are no entries
 * @param tables one by one, as far as compared
 * @param differing how many rows differ in all
 * @param differences the first of them
 * @param notDerivable columns that do not follow from the journal and are not compared
 */
public record RebuildReport(
    String state,
    boolean equal,
    String problem,
    Instant startedAt,
    long seconds,
    long entries,
    long again,
    long unreadable,
    List<Table> tables,
    long differing,
    List<Difference> differences,
    List<String> notDerivable) {

  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String FAILED = "failed";

  /** Whether it is still at work. */
  public boolean running() {
    return state.equals(RUNNING);
  }

  /**
   * One table.
   *
   * @param live rows of the live record
   * @param rebuilt rows that follow from the journal
   * @param compared rows on both sides that were compared
   * @param later rows left out, as they were changed after the rebuild began
   * @param differences rows that differ, or are on one side only
   */
  public record Table(
      String table, long live, long rebuilt, long compared, long later, long differences) {}

  /**
   * One row.
   *
   * @param row its key; for an identity the claim it belongs to
   * @param what {@code not-in-record}, {@code not-in-journal} or the columns that differ
   */
  public record Difference(String table, String row, String what) {}
}
