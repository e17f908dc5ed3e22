package org.closedloop.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.gateway.core.arrival.Saying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingTest {

  @ParameterizedTest
  @CsvSource({"requested,2.0", "received,2.0", "requested,", "received,"})
  void shouldSeeANewReferral(String status, String businessStatus) {
    assertThat(Saying.of(status, businessStatus)).isInstanceOf(Saying.Referral.class);
  }

  @Test
  void shouldSeeACancellationRequest() {
    assertThat(Saying.of("in-progress", "5.2")).isInstanceOf(Saying.CancellationRequest.class);
  }

  @ParameterizedTest
  @CsvSource({
    "accepted,3.0",
    "rejected,4.0",
    "in-progress,5.1",
    "in-progress,5.1.1",
    "in-progress,",
    "cancelled,6.0",
    "completed,7.0",
    "requested,4.0",
    "draft,2.0",
    "requested,5.2",
    "nonsense,9.9",
    ","
  })
  void shouldLeaveEverythingElseToTheRecipient(String status, String businessStatus) {
    assertThat(Saying.of(status, businessStatus))
        .isInstanceOfSatisfying(
            Saying.NotForInitiators.class,
            no -> assertThat(no.refusal().httpStatus()).isEqualTo(422));
  }
}
