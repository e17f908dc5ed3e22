package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * By what the hub knows a patient again without keeping an identifier: SHA-256 (hex) of {@code
 * system|value}, within one initiator.
 */
public final class PatientKeys {

  private PatientKeys() {}

  /**
   * A key for each identifier with a value. A social security number is left out: its hash could be
   * guessed by trying all of them.
   */
  public static List<String> of(List<JsonNode> identifiers) {
    return identifiers.stream()
        .filter(identifier -> !Identifiers.isSocialSecurity(identifier))
        .filter(identifier -> Nodes.text(identifier, "value") != null)
        .map(identifier -> Hashes.sha256(Identifiers.key(identifier)))
        .distinct()
        .toList();
  }

  /**
   * The same keys bound to an initiator, as they are claimed and stored: two hospitals' keys of one
   * person have nothing in common.
   *
   * @param initiator party id
   * @param keys as {@link #of} makes them
   */
  public static List<String> scoped(String initiator, List<String> keys) {
    return keys.stream().map(key -> Hashes.sha256("patient|" + initiator + "|" + key)).toList();
  }
}
