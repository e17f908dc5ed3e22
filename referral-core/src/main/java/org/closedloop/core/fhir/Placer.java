package org.closedloop.core.fhir;

/**
 * A business identifier (type PLAC) given by the initiator.
 *
 * @param system identifier.system, may be null
 * @param assignerNpi NPI of the assigner organisation, may be null
 * @param value identifier.value, never null
 */
public record Placer(String system, String assignerNpi, String value) {

  /** What the identity of a referral is built from: the system, else the assigner's NPI. */
  public String authority() {
    return system != null ? system : assignerNpi == null ? "" : assignerNpi;
  }
}
