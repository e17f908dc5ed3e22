package org.closedloop.core.fhir.readable;

import java.util.List;

/**
 * Who refers or receives, for people; what is not known is null or empty.
 *
 * @param organization name of the organisation
 * @param person name of the practitioner
 * @param roles such as {@code Family Medicine Physician}
 * @param phones telephone numbers of the role, else of the organisation
 * @param email first address
 */
public record ProviderCard(
    String organization, String person, List<String> roles, List<String> phones, String email) {

  /** Nobody is named. */
  static final ProviderCard UNKNOWN = new ProviderCard(null, null, List.of(), List.of(), null);
}
