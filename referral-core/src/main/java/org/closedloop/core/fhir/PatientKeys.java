package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By what the hub knows a patient again without keeping an identifier: SHA-256 (hex) of {@code
 * system|value}, within one initiator.
 */
public final class PatientKeys {

  private PatientKeys() {}

  private static final char BETWEEN = ':';

  /** Numbers of no system may be of any kind: two of them say nothing about each other. */
  private static final String NO_SYSTEM = "-";

  /**
   * A key for each identifier with a value: a hash of its system, a colon, a hash of the whole. A
   * social security number is left out: its hash could be guessed by trying all of them.
   */
  public static List<String> of(List<JsonNode> identifiers) {
    return identifiers.stream()
        .filter(identifier -> !Identifiers.isSocialSecurity(identifier))
        .filter(identifier -> Nodes.text(identifier, "value") != null)
        .map(PatientKeys::key)
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
    return keys.stream().map(key -> scoped(initiator, key)).toList();
  }

  /**
   * Whether two lists of keys are of two people for certain: no number in common, and different
   * numbers of one system. Lists that have nothing to compare are not.
   */
  public static boolean ofDifferentPeople(List<String> some, List<String> others) {
    Set<String> systems = new HashSet<>();
    some.forEach(key -> systems.add(system(key)));
    systems.remove(NO_SYSTEM);
    return Collections.disjoint(some, others)
        && others.stream().map(PatientKeys::system).anyMatch(systems::contains);
  }

  private static String key(JsonNode identifier) {
    String system = Nodes.text(identifier, "system");
    return (system == null ? NO_SYSTEM : Hashes.sha256(system))
        + BETWEEN
        + Hashes.sha256(Identifiers.key(identifier));
  }

  private static String scoped(String initiator, String key) {
    String system = system(key);
    String number = key.substring(system.length() + 1);
    return (system.equals(NO_SYSTEM) ? system : hash(initiator, system))
        + BETWEEN
        + hash(initiator, number);
  }

  private static String hash(String initiator, String part) {
    return Hashes.sha256("patient|" + initiator + "|" + part);
  }

  private static String system(String key) {
    return key.substring(0, Math.max(0, key.indexOf(BETWEEN)));
  }
}
