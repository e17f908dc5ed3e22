package org.closedloop.gateway.in;

import java.util.List;
import org.closedloop.core.fhir.metadata.Offer;
import org.closedloop.core.fhir.metadata.Offer.OfferedResource;
import org.closedloop.core.fhir.metadata.Offer.Parameter;

/** What the initiator's side offers, for its CapabilityStatement. */
final class Capability {

  private static final OfferedResource TASK =
      new OfferedResource(
          "Task",
          List.of("BSeR-ReferralTask"),
          List.of("read", "update", "search-type"),
          List.of(
              new Parameter(
                  "identifier", "token", "Number the initiator gave the Task or ServiceRequest."),
              new Parameter("_id", "token", "Referral id.")),
          List.of(),
          "update: only to in-progress with 5.2, which asks for cancellation.");

  private static final OfferedResource BUNDLE =
      new OfferedResource(
          "Bundle",
          List.of("BSeR-ReferralMessageBundle", "BSeR-ReferralFeedbackDocumentBundle"),
          List.of("read"),
          List.of(),
          List.of("validate"),
          "read: feedback documents that a Task.output points to. $validate: a referral message,"
              + " judged as $process-message would, without consequence.");

  private static final OfferedResource CONSENT =
      new OfferedResource(
          "Consent",
          List.of(),
          List.of("create"),
          List.of(),
          List.of(),
          "create: revokes, by a Consent that is inactive or denies, what a patient of the caller's"
              + " referrals has consented to. It is not kept, so it cannot be read.");

  /** Everything. */
  static final Offer OFFER =
      new Offer(
          "Initiator side of the closed-loop referral hub (HL7 BSeR)",
          "initiator",
          List.of(TASK, BUNDLE, CONSENT),
          "A BSeR referral message or cancellation request. 200 with a message Bundle, or 202 with"
              + " a Location to come back to.",
          "BSeR message Bundles with event I12 (patient referral), by $process-message or, as JSON,"
              + " on the topic initiator.<party id>.referrals; answers and feedback on"
              + " initiator.<party id>.feedback.");

  private Capability() {}
}
