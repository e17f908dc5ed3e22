package org.closedloop.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSealTest {

  private static final StatusTicket TICKET = new StatusTicket("claim-1", "referral-1", "message|1");

  private final TicketSeal seal = new TicketSeal("a secret");

  @Test
  void shouldOpenWhatItSealedAlsoOnAnotherInstance() {
    String text = seal.seal("lakeside-hospital", TICKET);

    assertThat(new TicketSeal("a secret").open("lakeside-hospital", "claim-1", text))
        .contains(TICKET);
    assertThat(text).matches("[A-Za-z0-9._-]+");
  }

  @Test
  void shouldKnowABareTask() {
    StatusTicket ofTask = new StatusTicket("claim-2", "referral-2", "");
    String text = seal.seal("lakeside-hospital", ofTask);

    assertThat(seal.open("lakeside-hospital", "claim-2", text))
        .hasValueSatisfying(ticket -> assertThat(ticket.ofTask()).isTrue());
  }

  @Test
  void shouldNotOpenForAnybodyOrAnythingElse() {
    String text = seal.seal("lakeside-hospital", TICKET);

    assertThat(seal.open("mesa-clinic", "claim-1", text)).isEmpty();
    assertThat(seal.open("lakeside-hospital", "claim-2", text)).isEmpty();
    assertThat(new TicketSeal("other").open("lakeside-hospital", "claim-1", text)).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {".", "a.b", "a.b.c", "%%%.%%%", "only-one-part"})
  void shouldNotOpenNonsense(String text) {
    assertThat(seal.open("lakeside-hospital", "claim-1", text)).isEmpty();
  }
}
