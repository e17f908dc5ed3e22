package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Report;
import org.closedloop.kit.testing.TestData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which timers run at which stage, and whose turn it is. */
class TimersTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final HubLimits LIMITS = new HubLimits(MINUTE, MINUTE.multipliedBy(2), MINUTE);
  private static final Optional<UseCase> USE_CASE = TestData.catalog().find("arthritis");

  private final Shelf shelf = new Shelf();
  private final Spoken spoken = Spoken.ofTask("T-timers");

  @BeforeEach
  void aReferralOnRecord() {
    shelf.message(spoken.submission("submission"));
  }

  @Test
  void shouldWaitForTheHubUntilDelivered() {
    Timers timers = timers(Optional.empty());

    assertThat(timers.next(Instant.MIN)).contains(Spoken.SAID_AT.plus(MINUTE));
    assertThat(timers.late(Spoken.SAID_AT.plus(MINUTE)))
        .containsExactly(new Timer(Stage.DELIVERY, Turn.HUB, Spoken.SAID_AT.plus(MINUTE)));
    assertThat(timers.late(Spoken.SAID_AT)).isEmpty();
  }

  @Test
  void shouldWaitForAProgramThatOnlyFetches() {
    Referral referral = shelf.referral(spoken.id());

    assertThat(
            Timers.of(referral, USE_CASE, true, Optional.empty(), LIMITS)
                .late(Spoken.SAID_AT.plus(MINUTE)))
        .extracting(Timer::turn)
        .containsExactly(Turn.PROGRAM);
  }

  @Test
  void shouldWaitForTheProgramOnceDelivered() {
    shelf.bare(spoken.part(ClaimKind.DELIVERED, null));

    assertThat(timers(Optional.empty()).late(Instant.MAX))
        .extracting(Timer::stage, Timer::turn)
        .containsExactly(
            tuple(Stage.ACKNOWLEDGEMENT, Turn.PROGRAM),
            tuple(Stage.RESPONSE, Turn.PROGRAM),
            tuple(Stage.COMPLETION, Turn.PROGRAM));
  }

  @Test
  void shouldOnlyWaitForTheEndOnceAnswered() {
    shelf.message(spoken.reply("accept", new Report("accepted", "3.0", null, false)));

    assertThat(timers(Optional.empty()).late(Instant.MAX))
        .containsExactly(
            new Timer(
                Stage.COMPLETION,
                Turn.PROGRAM,
                Spoken.SAID_AT.plus(USE_CASE.orElseThrow().completeWithin())));
  }

  @Test
  void shouldWaitForNothingAtTheEndButForTheInitiatorToHearOfIt() {
    shelf.message(spoken.reply("decline", new Report("rejected", "4.0", null, false)));
    Instant since = Spoken.SAID_AT.plusSeconds(5);

    assertThat(timers(Optional.empty()).late(Instant.MAX)).isEmpty();
    assertThat(timers(Optional.of(new Waiting(since, false, true))).late(Instant.MAX))
        .containsExactly(new Timer(Stage.FEEDBACK, Turn.HOSPITAL, since.plus(MINUTE)));
    assertThat(timers(Optional.of(new Waiting(since, true, true))).late(Instant.MAX))
        .extracting(Timer::turn)
        .containsExactly(Turn.HUB);
  }

  private Timers timers(Optional<Waiting> waiting) {
    return Timers.of(shelf.referral(spoken.id()), USE_CASE, false, waiting, LIMITS);
  }
}
