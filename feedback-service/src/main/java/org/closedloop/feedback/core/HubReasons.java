package org.closedloop.feedback.core;

import java.util.regex.Pattern;
import org.closedloop.core.claim.Delivery;

/** What the hub gives as Task.statusReason where it stands in for the recipient. No PHI. */
final class HubReasons {

  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

  private HubReasons() {}

  /**
   * A sentence for people.
   *
   * @param delivery what became of the package
   * @param reasonWord code word of the part that says so; anything else than a word is left out
   */
  static String sentence(Delivery delivery, String reasonWord) {
    String what =
        delivery == Delivery.WITHDRAWN
            ? "The hub withdrew the referral before delivery to the program"
            : "The hub could not deliver the referral to the program";
    return reasonWord != null && WORD.matcher(reasonWord).matches()
        ? what + " (" + reasonWord.replace('-', ' ') + ")."
        : what + ".";
  }
}
