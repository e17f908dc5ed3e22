package org.closedloop.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.fhir.TaskFacts;
import org.closedloop.core.outcome.Refusal;
import org.junit.jupiter.api.Test;

class TaskUpdateTest {

  private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

  @Test
  void shouldAllowACancellationRequest() {
    assertThat(TaskUpdate.judge("task-1", task("in-progress", "5.2"))).isEmpty();
  }

  @Test
  void shouldRefuseEveryOtherStatus() {
    assertThat(TaskUpdate.judge("task-1", task("requested", "2.0")))
        .hasValueSatisfying(TaskUpdateTest::namesTheStatus);
    assertThat(TaskUpdate.judge("task-1", task("completed", "7.0")))
        .hasValueSatisfying(TaskUpdateTest::namesTheStatus);
  }

  @Test
  void shouldRefuseAnotherId() {
    assertThat(TaskUpdate.judge("task-2", task("in-progress", "5.2")))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.httpStatus()).isEqualTo(400);
              assertThat(refusal.findings().get(0).expression()).isEqualTo("Task.id");
            });
  }

  @Test
  void shouldMakeTheSameClaimOfTheSameUpdate() {
    Claim first = claim(null, null);

    assertThat(claim(null, null)).isEqualTo(first);
    assertThat(claim("request-1", null).claimId()).isNotEqualTo(first.claimId());
    assertThat(claim(null, "W/\"2\"").claimId()).isNotEqualTo(first.claimId());
    assertThat(first.referralId()).isEqualTo("task-1");
    assertThat(first.identity().fingerprint()).isEqualTo("fingerprint");
    assertThat(first.claimedAt()).isEqualTo(NOW);
  }

  private static Claim claim(String requestId, String version) {
    return TaskUpdate.claim(
        "lakeside-hospital", requestId, version, task("in-progress", "5.2"), NOW);
  }

  private static void namesTheStatus(Refusal refusal) {
    assertThat(refusal.httpStatus()).isEqualTo(422);
    assertThat(refusal.findings().get(0).expression()).isEqualTo("Task.status");
  }

  private static TaskFacts task(String status, String businessStatus) {
    return new TaskFacts("task-1", status, businessStatus, null, false, "fingerprint");
  }
}
