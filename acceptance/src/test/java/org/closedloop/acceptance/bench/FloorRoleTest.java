package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FloorRoleTest {

  /** Plays one loop on paper: what each role passes on, and what the parties answer. */
  @Test
  void aLoopClosesWithExactlyTheNeededRecords() {
    Map<String, Integer> records = new TreeMap<>();
    int writes = 0;
    Deque<FloorRole.Hop> open = new ArrayDeque<>();
    open.add(new FloorRole.Hop("submit", 'R'));
    while (!open.isEmpty()) {
      FloorRole.Hop one = open.remove();
      records.merge(one.kind(), 1, Integer::sum);
      for (FloorRole role : FloorRole.values()) {
        if (role.reads().contains(one.kind())) {
          open.addAll(role.hops(one.kind(), one.stage()));
          writes += role.writes(one.kind()) ? 1 : 0;
        }
      }
      if (one.kind().equals("referrals")) {
        open.add(new FloorRole.Hop("responses", 'A'));
      } else if (one.kind().equals("receipts") && one.stage() == 'A') {
        open.add(new FloorRole.Hop("responses", 'O'));
      }
    }

    assertThat(records).hasSize(10);
    records.forEach((kind, many) -> assertThat(FloorRole.needed(kind)).as(kind).isEqualTo(many));
    assertThat(writes)
        .isEqualTo(FloorRole.ADAPTER.writesPerLoop() + FloorRole.FEEDBACK.writesPerLoop());
  }
}
