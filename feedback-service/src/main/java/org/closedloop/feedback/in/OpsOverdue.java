package org.closedloop.feedback.in;

import java.util.List;
import org.closedloop.feedback.out.OverdueView;

/**
 * What is late, as operators see it.
 *
 * @param count how many are listed
 * @param overdue longest first
 */
record OpsOverdue(int count, List<OverdueView> overdue) {

  OpsOverdue(List<OverdueView> overdue) {
    this(overdue.size(), overdue);
  }
}
