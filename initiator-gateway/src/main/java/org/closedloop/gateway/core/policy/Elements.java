package org.closedloop.gateway.core.policy;

import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** Elements of a message the policies point at, as FHIRPath on the message Bundle. */
final class Elements {

  static final String SENDER = "Bundle.entry.resource.ofType(MessageHeader).sender";
  static final String REQUESTER = "Bundle.entry.resource.ofType(Task).requester";
  static final String OWNER = "Bundle.entry.resource.ofType(Task).owner";

  private Elements() {}

  static Refusal recipientUnknown(String text) {
    return Refusal.of(422, Finding.error("recipient-unknown", OWNER, text));
  }
}
