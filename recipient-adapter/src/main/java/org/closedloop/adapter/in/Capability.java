package org.closedloop.adapter.in;

import java.util.List;
import org.closedloop.core.fhir.metadata.Offer;
import org.closedloop.core.fhir.metadata.Offer.OfferedResource;
import org.closedloop.core.fhir.metadata.Offer.Parameter;

/** What the recipient's side offers, for its CapabilityStatement. */
final class Capability {

  private static final OfferedResource TASK =
      new OfferedResource(
          "Task",
          List.of("BSeR-ReferralTask"),
          List.of("read", "update", "search-type"),
          List.of(
              new Parameter("owner", "reference", "The caller: party id or NPI; may be left out."),
              new Parameter("status", "token", "Codes of Task.status, separated by commas.")),
          List.of(),
          "The worklist. update: reports a status of the referral.");

  private static final OfferedResource BUNDLE =
      new OfferedResource(
          "Bundle",
          List.of("BSeR-ReferralMessageBundle"),
          List.of("read"),
          List.of(),
          List.of("validate"),
          "read: the referral message, filtered for this program; its id is the referral's."
              + " $validate: a status or feedback message, judged as $process-message would,"
              + " without consequence.");

  /** Everything. */
  static final Offer OFFER =
      new Offer(
          "Recipient side of the closed-loop referral hub (HL7 BSeR)",
          "recipient",
          List.of(TASK, BUNDLE),
          "A BSeR message with a status, a feedback document or the confirmation of a cancellation."
              + " 200 with a message Bundle, or 202 with a Location to come back to.",
          "BSeR message Bundles with event I12 (patient referral): referrals on the topic"
              + " program.<party id>.referrals or pushed to the party's own $process-message;"
              + " answers by $process-message or, as JSON, on program.<party id>.responses, with"
              + " receipts on program.<party id>.receipts.");

  private Capability() {}
}
