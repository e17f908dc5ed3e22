package org.closedloop.adapter.core;

import java.util.List;
import java.util.Optional;

/**
 * Decides what a routed message does to the queue of its referral. Pure. The caller holds the locks
 * of the rows it passes, so that a worker cannot take the package meanwhile.
 */
public final class ArrivalPolicy {

  /** The program was taken out of the directory after the message had been routed. */
  public static final String PROGRAM_UNKNOWN = "program-unknown";

  private ArrivalPolicy() {}

  /**
   * Decides.
   *
   * @param sequence number of the decision the message follows from
   * @param referral true for the referral package, false for an update (a cancellation request)
   * @param queued what the queue holds of the same referral, in any order
   * @param programKnown whether the directory knows the program
   */
  public static Arrival decide(
      long sequence, boolean referral, List<Queued> queued, boolean programKnown) {
    if (queued.stream().anyMatch(other -> other.sequence() >= sequence)) {
      return new Arrival.Known();
    }
    if (!programKnown) {
      return new Arrival.Undeliverable(PROGRAM_UNKNOWN);
    }
    return referral ? new Arrival.Enqueue() : update(packageOf(queued));
  }

  /** The package among the messages of one referral. */
  public static Optional<Queued> packageOf(List<Queued> queued) {
    return queued.stream().filter(Queued::referral).findFirst();
  }

  /** An update is sent wherever the program may have the package, or this queue never saw it. */
  private static Arrival update(Optional<Queued> itsPackage) {
    if (itsPackage.isEmpty()) {
      return new Arrival.Enqueue();
    }
    if (itsPackage.get().state() == DeliveryState.WITHDRAWN) {
      return itsPackage.get().maybeArrived() ? new Arrival.Enqueue() : new Arrival.Suppress();
    }
    return itsPackage.get().canBeTakenBack() ? new Arrival.Withdraw() : new Arrival.Enqueue();
  }
}
