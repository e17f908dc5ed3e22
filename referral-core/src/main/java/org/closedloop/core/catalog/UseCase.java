package org.closedloop.core.catalog;

import java.time.Duration;
import java.util.List;

/**
 * One use case of the guide or of a user, as read from {@code use-cases/<name>/use-case.yaml}.
 *
 * @param name folder name, matches {@code [a-z0-9-]+}, part of the topic name
 * @param display text for people
 * @param reasonCodes ServiceRequest.reasonCode values that belong to it
 * @param serviceCodes ServiceRequest.code values that belong to it
 * @param request what the initiator may send
 * @param feedback what the recipient may send back
 * @param respondWithin time until the program should have answered
 * @param completeWithin time until the loop should be closed
 * @param consentRequired whether a request without an active, permitting Consent is refused
 */
public record UseCase(
    String name,
    String display,
    List<Code> reasonCodes,
    List<Code> serviceCodes,
    Flow request,
    Flow feedback,
    Duration respondWithin,
    Duration completeWithin,
    boolean consentRequired) {

  public UseCase {
    reasonCodes = List.copyOf(reasonCodes);
    serviceCodes = List.copyOf(serviceCodes);
  }
}
