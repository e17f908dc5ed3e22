package org.closedloop.acceptance.hub;

import java.time.Duration;
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

  private final HubHttp client;

  public PatientHospital(HubHttp client) {
    this.client = client;
  }

  /** Sends until the hub has taken it; fails on a refusal. */
  public void submit(byte[] message) {
    String requestId = UUID.randomUUID().toString();
    int status =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> attempt(message, requestId), answer -> !AGAIN.contains(answer));
    if (status != 200 && status != 202) {
      throw new AssertionError("refused with " + status);
    }
  }

  private int attempt(byte[] message, String requestId) {
    try {
      return client.send("POST", "/fhir/$process-message", message, requestId).status();
    } catch (StackFailure e) {
      return 0;
    }
  }
}
