package org.closedloop.acceptance.chaos.scenario;

import java.util.List;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;

/** How a referral goes when nothing breaks: rows of the table, in order. */
public enum Story {
  PLAIN("01", "02", "09"),
  SCHEDULED("01", "02", "06", "16"),
  NO_SHOW("01", "02", "06", "12", "18", "16"),
  INTERIM("01", "02", "08", "30"),
  DECLINED("01", "03"),
  CANCELLED("01", "02", "07", "23");

  private final List<Transition> rows;

  Story(String... tids) {
    rows = List.of(tids).stream().map(Story::row).toList();
  }

  /** What is sent, in order; each by the row's actor. */
  public List<Transition> rows() {
    return rows;
  }

  /** Where it ends. */
  public ReferralState end() {
    return rows.get(rows.size() - 1).to();
  }

  private static Transition row(String tid) {
    return TransitionTable.ROWS.stream()
        .filter(row -> row.tid().equals(tid))
        .findFirst()
        .orElseThrow();
  }
}
