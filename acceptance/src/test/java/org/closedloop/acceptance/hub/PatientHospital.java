package org.closedloop.acceptance.hub;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.process.StackFailure;

/**
 * A hospital that keeps to the retry contract (design section 5): on 408, 425, 429, 503, 504 or a
 * broken connection it sends the same message again under the same request id.
 */
public final class PatientHospital {

  private static final Set<Integer> AGAIN = Set.of(0, 408, 425, 429, 503, 504);

  private final List<HubHttp> doors;
  private int door;

  /**
   * @param doors gateways of one hub; the next is tried when one does not take the message
   */
  public PatientHospital(HubHttp... doors) {
    this.doors = List.of(doors);
  }

  /** Sends until the hub has taken it, and returns 200 or 202; fails on a refusal. */
  public int submit(byte[] message) {
    String requestId = UUID.randomUUID().toString();
    int status =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> attempt(message, requestId), answer -> !AGAIN.contains(answer));
    if (status != 200 && status != 202) {
      throw new AssertionError("refused with " + status);
    }
    return status;
  }

  private int attempt(byte[] message, String requestId) {
    try {
      return doors
          .get(door++ % doors.size())
          .send("POST", "/fhir/$process-message", message, requestId)
          .status();
    } catch (StackFailure e) {
      return 0;
    }
  }
}
