package org.closedloop.adapter.core.portal;

import java.util.List;
import java.util.Map;
import org.closedloop.adapter.core.TaskRecord;

/**
 * A page of a program's worklist as it was found.
 *
 * @param tasks its referrals
 * @param late ids of those that are overdue
 * @param names of the patients by referral id, where the program has the package
 * @param counts how many each filter holds
 */
public record WorklistPage(
    List<TaskRecord> tasks, List<String> late, Map<String, String> names, Map<Show, Long> counts) {

  /** Referrals a page. */
  public static final int SIZE = 50;

  /** Closed referrals that are counted at most. */
  public static final int CLOSED_AT_MOST = 1000;
}
