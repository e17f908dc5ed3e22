package org.closedloop.conformance.rule;

import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Identifiers;
import org.closedloop.core.fhir.Nodes;

/** Whether two Patient entries mean one person. */
final class People {

  private People() {}

  /** One entry, copies under one fullUrl, or entries that share an identifier. */
  static boolean same(Entry one, Entry other) {
    return one.sameAs(other) || shareIdentifier(one, other);
  }

  /** Whether copies under one fullUrl could be of one person. */
  static boolean alike(Entry one, Entry other) {
    String birthDate = Nodes.text(one.resource(), "birthDate");
    return shareIdentifier(one, other)
        || (birthDate != null && birthDate.equals(Nodes.text(other.resource(), "birthDate")));
  }

  private static boolean shareIdentifier(Entry one, Entry other) {
    Set<String> keys = keys(one);
    return keys(other).stream().anyMatch(keys::contains);
  }

  private static Set<String> keys(Entry patient) {
    return Nodes.list(patient.resource(), "identifier").stream()
        .filter(identifier -> Nodes.text(identifier, "value") != null)
        .map(Identifiers::key)
        .collect(Collectors.toSet());
  }
}
