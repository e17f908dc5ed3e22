package org.closedloop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.StatusUpdate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the hub writes itself has to pass its own gate, as the other side would check it. */
class StatusUpdateTest {

  private static final String ID = "6f8f6c52-9a3a-4a53-8c5b-0f4b7f0e2a11";
  private static final Instant AT = Instant.parse("2026-12-01T12:00:00Z");

  static List<String> useCases() {
    return Judge.USE_CASES.stream().map(UseCase::name).toList();
  }

  @ParameterizedTest
  @MethodSource("useCases")
  void shouldPassTheGate(String useCase) {
    byte[] request = MessageEdit.request(useCase).bytes();
    byte[] declined = update(request, StatusUpdate.Direction.TO_INITIATOR, "rejected", "4.0");
    assertThat(Judge.findings(Judge.GATE.check(declined, Direction.FEEDBACK))).isEmpty();
    byte[] cancel = update(request, StatusUpdate.Direction.TO_PROGRAM, "in-progress", "5.2");
    assertThat(Judge.findings(Judge.GATE.check(cancel, Direction.REQUEST))).isEmpty();
  }

  private static byte[] update(
      byte[] request, StatusUpdate.Direction direction, String status, String businessStatus) {
    return HubMessages.statusUpdate(
        request, new StatusUpdate(direction, ID, AT, status, businessStatus, "reason", true));
  }
}
