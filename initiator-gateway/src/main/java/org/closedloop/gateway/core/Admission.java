package org.closedloop.gateway.core;

import java.util.List;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/** What the gate says of a message. */
public sealed interface Admission {

  /**
   * It may go to feedback-service, who decides.
   *
   * @param claim what is claimed
   * @param message the payload: the message as JSON, as it came unless that was XML
   * @param arrival the message, for the answer
   * @param notes what the sender should know once it is accepted
   */
  record Admitted(Claim claim, byte[] message, Arrival arrival, List<Finding> notes)
      implements Admission {

    public Admitted {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It goes no further.
   *
   * @param refusal what to answer
   * @param origin what could be read of the message, for an answer that has to be addressed
   */
  record NotAdmitted(Refusal refusal, Origin origin) implements Admission {}

  /**
   * By what the sender knows a refused message again.
   *
   * @param messageId MessageHeader.id, empty when it could not be read
   * @param referralId the referral it is about, empty when it could not be computed
   */
  record Origin(Optional<String> messageId, Optional<String> referralId) {

    /** Of a message that could not be read. */
    public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

    /** Of a message that tells its id at most. */
    static Origin ofMessage(String messageIdOrNull) {
      return new Origin(Optional.ofNullable(messageIdOrNull), Optional.empty());
    }

    /** Of a message that became a claim. */
    public static Origin of(Claim claim) {
      return new Origin(
          Optional.ofNullable(claim.identity().messageId()), Optional.of(claim.referralId()));
    }
  }
}
