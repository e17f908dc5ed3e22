package org.closedloop.adapter.core;

/**
 * What the policies need to know of one message in the queue.
 *
 * @param sequence number of the decision it follows from
 * @param referral true for the referral package, false for an update
 * @param state where it stands
 * @param maybeArrived true when the program may have it although no attempt was answered well: an
 *     attempt broke off after sending, or the program fetched it
 */
public record Queued(long sequence, boolean referral, DeliveryState state, boolean maybeArrived) {

  /** True when the program certainly does not have it and nobody is handing it over. */
  public boolean canBeTakenBack() {
    return switch (state) {
      case WAITING, PARKED -> !maybeArrived;
      case LEASED, DELIVERED, WITHDRAWN -> false;
    };
  }
}
