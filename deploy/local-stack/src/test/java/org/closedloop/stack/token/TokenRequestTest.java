package org.closedloop.stack.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.stack.process.StackFailure;
import org.junit.jupiter.api.Test;

class TokenRequestTest {

  private final Directory directory =
      Directory.of(
          List.of(
              party("hospital", Set.of(Role.INITIATOR)),
              party("program", Set.of(Role.RECIPIENT)),
              party("clinic", Set.of(Role.RECIPIENT, Role.INITIATOR))));

  @Test
  void shouldGiveAPartyTheRoleItHas() {
    assertThat(request("hospital", null).role()).isEqualTo(Role.INITIATOR);
    assertThat(request("program", null).role()).isEqualTo(Role.RECIPIENT);
  }

  @Test
  void shouldTakeAPartyOfBothRolesForAnInitiatorUnlessToldOtherwise() {
    assertThat(request("clinic", null).role()).isEqualTo(Role.INITIATOR);
    assertThat(request("clinic", Role.RECIPIENT).role()).isEqualTo(Role.RECIPIENT);
  }

  @Test
  void shouldKnowThePeopleWhoRunTheHub() {
    assertThat(request("ops", null)).isEqualTo(new TokenRequest("ops", Role.OPS));
  }

  @Test
  void shouldListTheKnownPartiesToWhoeverAsksForAnother() {
    assertThatThrownBy(() -> request("nobody", null))
        .isInstanceOf(StackFailure.class)
        .hasMessageContainingAll("'nobody'", "hospital, program, clinic", "ops");
  }

  @Test
  void shouldNotGiveARoleThePartyDoesNotHave() {
    assertThatThrownBy(() -> request("hospital", Role.RECIPIENT))
        .isInstanceOf(StackFailure.class)
        .hasMessage("hospital is no recipient; it is initiator.");
    assertThatThrownBy(() -> request("hospital", Role.OPS)).isInstanceOf(StackFailure.class);
  }

  private TokenRequest request(String subject, Role role) {
    return TokenRequest.of(subject, Optional.ofNullable(role), directory);
  }

  private static Party party(String id, Set<Role> roles) {
    return new Party(id, id, "1234567890", roles, List.of(), List.of(Channel.TOPIC), null, true);
  }
}
