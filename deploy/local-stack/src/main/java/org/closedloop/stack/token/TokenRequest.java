package org.closedloop.stack.token;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.stack.process.StackFailure;

/**
 * For whom a token is wanted, checked against the directory.
 *
 * @param subject party id, or {@code ops}
 * @param role what the bearer may do
 */
public record TokenRequest(String subject, Role role) {

  /** Subject of people who run the hub. */
  public static final String OPS = "ops";

  /**
   * Finds the role a subject gets: the wanted one if it has it; without a wish initiator before
   * recipient.
   *
   * @throws StackFailure when the directory does not know the party or it does not have that role
   */
  public static TokenRequest of(String subject, Optional<Role> wanted, Directory directory) {
    if (subject.equals(OPS)) {
      return new TokenRequest(OPS, Role.OPS);
    }
    Party party =
        directory.find(subject).orElseThrow(() -> new StackFailure(unknown(subject, directory)));
    Role role = wanted.orElseGet(() -> first(party));
    if (!party.roles().contains(role)) {
      throw new StackFailure(subject + " is no " + role.word() + "; " + roles(party) + ".");
    }
    return new TokenRequest(subject, role);
  }

  private static Role first(Party party) {
    return party.roles().stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  private static String roles(Party party) {
    return "it is "
        + party.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" and "));
  }

  private static String unknown(String subject, Directory directory) {
    String known = directory.all().stream().map(Party::id).collect(Collectors.joining(", "));
    return "The directory knows no party '%s'. It knows %s, and ops.".formatted(subject, known);
  }
}
