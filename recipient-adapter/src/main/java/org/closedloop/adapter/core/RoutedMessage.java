package org.closedloop.adapter.core;

import org.closedloop.core.claim.Routed;

/**
 * A filtered message on its way to a program.
 *
 * @param routed what the router says of it
 * @param message FHIR JSON
 */
public record RoutedMessage(Routed routed, byte[] message) {

  /** True when everything the queue needs is there. */
  public boolean complete() {
    return routed.referralId() != null
        && routed.sequence() > 0
        && routed.program() != null
        && routed.initiator() != null
        && message.length > 0;
  }
}
