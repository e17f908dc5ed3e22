package org.closedloop.adapter.core.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.junit.jupiter.api.Test;

class DeedTest {

  @Test
  void whatIsPossibleFollowsTheTable() {
    assertThat(at(TaskStatus.RECEIVED, BusinessStatus.CREATED))
        .containsExactly(Deed.ACCEPT, Deed.DECLINE);
    assertThat(at(TaskStatus.IN_PROGRESS, BusinessStatus.SCHEDULED))
        .contains(Deed.SCHEDULE, Deed.NO_SHOW, Deed.CANCEL_VISIT, Deed.NOTE, Deed.OUTCOME)
        .doesNotContain(Deed.ACCEPT, Deed.CONFIRM_CANCELLATION);
    assertThat(at(TaskStatus.IN_PROGRESS, BusinessStatus.CANCELLATION_REQUESTED))
        .contains(Deed.CONFIRM_CANCELLATION);
    assertThat(at(TaskStatus.COMPLETED, BusinessStatus.COMPLETED)).isEmpty();
  }

  @Test
  void aSecondVisitIsAMovedOne() {
    assertThat(Deed.SCHEDULE.label(new ReferralState(TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED)))
        .isEqualTo("Schedule a visit");
    assertThat(
            Deed.SCHEDULE.label(
                new ReferralState(TaskStatus.IN_PROGRESS, BusinessStatus.UNATTENDED)))
        .isEqualTo("Move the visit");
  }

  private static java.util.List<Deed> at(TaskStatus status, BusinessStatus business) {
    return Deed.possible(new ReferralState(status, business));
  }
}
