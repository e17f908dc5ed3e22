package org.closedloop.gateway.core;

/**
 * By what a sender comes back for the answer to a claim that was undecided when it was let go.
 *
 * @param claimId the claim
 * @param referralId the referral it is about
 * @param messageId MessageHeader.id, empty for a bare Task
 */
public record StatusTicket(String claimId, String referralId, String messageId) {

  /** True when a bare Task was sent, not a message. */
  public boolean ofTask() {
    return messageId.isEmpty();
  }
}
