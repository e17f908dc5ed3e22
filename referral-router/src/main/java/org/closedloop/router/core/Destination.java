package org.closedloop.router.core;

import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.claim.Routed;

/** Where a decision of the journal goes. */
public sealed interface Destination {

  /**
   * Its message goes to the topic of the use case, filtered.
   *
   * @param routed what to write beside the message
   * @param useCase whose allow-list the filter follows
   */
  record Route(Routed routed, UseCase useCase) implements Destination {}

  /**
   * Its message can never be handed over.
   *
   * @param referralId which referral
   * @param reason code word for the claim, never PHI
   */
  record Undeliverable(String referralId, String reason) implements Destination {}

  /** It brings nothing for a program: a refusal, a program's own answer, a decision of the hub. */
  record NotForRouting() implements Destination {}
}
