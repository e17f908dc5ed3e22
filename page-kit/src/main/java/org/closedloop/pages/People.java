package org.closedloop.pages;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;

/**
 * Who can sign in: the demo users, where those are allowed. They have no password, so a service
 * that is not started with the profile {@code local} does not start with them.
 */
@Startup
@ApplicationScoped
class People {

  private static final String LOCAL = "local";

  private final List<Person> all;
  private final Role here;
  private final Directory directory;

  People(PagesConfig config, Directory directory) {
    this.directory = directory;
    this.here = role(config.role());
    this.all = config.demoUsers() ? demoUsers(config) : List.of();
  }

  /** Those who may look at this service's pages. */
  List<Person> here() {
    return all.stream().filter(person -> person.role() == here && known(person)).toList();
  }

  /** One of them. */
  Optional<Person> here(String user) {
    return here().stream().filter(person -> person.user().equals(user)).findFirst();
  }

  /** Whether there is such a user at all, here or at another service. */
  boolean anywhere(String user) {
    return all.stream().anyMatch(person -> person.user().equals(user));
  }

  private boolean known(Person person) {
    return person.role() == Role.OPS
        || directory
            .find(person.party())
            .filter(Party::active)
            .filter(party -> party.roles().contains(person.role()))
            .isPresent();
  }

  private static List<Person> demoUsers(PagesConfig config) {
    requireLocal(ConfigUtils.getProfiles(), LaunchMode.current());
    return config.people().entrySet().stream()
        .map(
            entry ->
                new Person(
                    entry.getKey(),
                    entry.getValue().name(),
                    entry.getValue().party(),
                    role(entry.getValue().role())))
        .sorted((a, b) -> a.user().compareTo(b.user()))
        .toList();
  }

  /** Demo users have no password: whoever reaches the port is one of them. */
  static void requireLocal(List<String> profiles, LaunchMode mode) {
    if (mode != LaunchMode.TEST && !profiles.contains(LOCAL)) {
      throw new IllegalStateException(
          "pages.demo-users is on, but the profile is "
              + String.join(",", profiles)
              + ". Demo users sign in without a password: switch them off, or start with"
              + " QUARKUS_PROFILE=local on a machine that only you can reach.");
    }
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such role in pages.*: " + word));
  }
}
