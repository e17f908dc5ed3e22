package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.closedloop.core.fhir.Entry;

/** Compares parties of a message: a role, or the organisation a role is of. */
final class Parties {

  private final Message message;

  Parties(Message message) {
    this.message = message;
  }

  /** Whether both references lead to parties, and not to the same. */
  boolean differ(JsonNode one, JsonNode other) {
    Optional<Entry> first = message.view().target(message.view().message(), one);
    Optional<Entry> second = message.view().target(message.view().message(), other);
    return first.filter(Parties::isParty).isPresent()
        && second.filter(Parties::isParty).isPresent()
        && !same(first.get(), second.get());
  }

  /** Anything else cannot be a party, and is refused as such. */
  private static boolean isParty(Entry entry) {
    return entry.is("PractitionerRole") || entry.is("Organization");
  }

  private boolean same(Entry one, Entry other) {
    return one.sameAs(other) || isOrganizationOf(one, other) || isOrganizationOf(other, one);
  }

  private boolean isOrganizationOf(Entry organization, Entry role) {
    return organization.is("Organization")
        && role.is("PractitionerRole")
        && message.view().follow(role, "organization").filter(organization::sameAs).isPresent();
  }
}
