package org.closedloop.core.directory;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.core.retry.RetryPolicy;

/**
 * An organisation the hub knows, from {@code deploy/directory/<id>.yaml}.
 *
 * @param id matches {@code [a-z0-9-]+}, part of its topic names, {@code sub} of its tokens
 * @param name for people
 * @param npi National Provider Identifier of the organisation, ten digits; how a message's
 *     PractitionerRole.organization is matched (design section 5)
 * @param roles initiator, recipient or both
 * @param useCases use cases a recipient serves; empty for a pure initiator
 * @param channels ways to reach it, preferred first: the hub sends unprompted by the first that is
 *     TOPIC or PUSH
 * @param push base of its FHIR server, {@code $process-message} is appended; needed for PUSH, and
 *     the only address the hub ever calls (never one from a message)
 * @param active whether referrals may be addressed to it
 * @param retry how patient the hub is when it cannot be reached; what is left out has the default
 */
public record Party(
    String id,
    String name,
    String npi,
    Set<Role> roles,
    List<String> useCases,
    List<Channel> channels,
    URI push,
    boolean active,
    RetryPolicy retry) {

  public Party {
    roles = Set.copyOf(roles);
    useCases = useCases == null ? List.of() : List.copyOf(useCases);
    channels = List.copyOf(channels);
    retry = retry == null ? RetryPolicy.DEFAULT : retry.or(RetryPolicy.DEFAULT);
  }

  /** A party with the default patience. */
  public Party(
      String id,
      String name,
      String npi,
      Set<Role> roles,
      List<String> useCases,
      List<Channel> channels,
      URI push,
      boolean active) {
    this(id, name, npi, roles, useCases, channels, push, active, null);
  }

  /** The channel by which the hub sends unprompted; empty when the party only fetches. */
  public Optional<Channel> sendingChannel() {
    return channels.stream().filter(c -> c == Channel.TOPIC || c == Channel.PUSH).findFirst();
  }
}
