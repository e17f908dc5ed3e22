package org.closedloop.adapter.core;

import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** Whether something a program sent becomes a claim. */
public sealed interface ResponseClaim {

  /**
   * It may go to feedback-service, who decides.
   *
   * @param claim what is claimed
   * @param payload the filtered message; empty for a bare Task
   * @param reception what was sent, for the answer
   * @param notes what the sender should know beside the verdict
   */
  record Made(Claim claim, byte[] payload, Reception reception, List<Finding> notes)
      implements ResponseClaim {

    public Made {
      notes = List.copyOf(notes);
    }

    /** MessageHeader.id of what was sent; null for a bare Task. */
    public String messageId() {
      return claim.identity().messageId();
    }
  }

  /**
   * It goes no further.
   *
   * @param refusal what to answer
   * @param messageId MessageHeader.id, or null
   */
  record Refused(Refusal refusal, String messageId) implements ResponseClaim {}
}
