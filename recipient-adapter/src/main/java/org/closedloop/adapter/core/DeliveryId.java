package org.closedloop.adapter.core;

import org.closedloop.core.identity.ReferralId;

/** The stable id under which one message is handed over, however often that is tried. */
public final class DeliveryId {

  private DeliveryId() {}

  /** The id of a referral's message; the same for every attempt and every instance. */
  public static String of(String referralId, long sequence) {
    return ReferralId.derive("delivery|" + referralId + "|" + sequence);
  }
}
