package org.closedloop.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.closedloop.core.retry.RetryPolicy;
import org.junit.jupiter.api.Test;

class AttemptPolicyTest {

  private static final Queued PACKAGE = new Queued(1, true, DeliveryState.LEASED, false);
  private static final Queued UPDATE = new Queued(4, false, DeliveryState.LEASED, false);
  private static final AttemptResult UNREACHABLE = new AttemptResult.NotTaken("unreachable", false);
  private static final AttemptResult NO_ANSWER = new AttemptResult.NotTaken("no-answer", true);
  private static final Instant BEGUN = Instant.parse("2026-03-10T10:00:00Z");
  private static final RetryPolicy POLICY =
      new RetryPolicy(
          Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));
  private static final Tries TRIES = tries(3, Duration.ofSeconds(3));
  private static final Instant NEXT = BEGUN.plusSeconds(7);
  private static final AttemptResult REFUSED = new AttemptResult.Refused("http-400");

  @Test
  void shouldBeDeliveredWhenHandedOverWhateverWaitsBehind() {
    assertThat(AttemptPolicy.decide(PACKAGE, new AttemptResult.HandedOver(), true, TRIES))
        .isEqualTo(new AfterAttempt.Delivered());
  }

  @Test
  void shouldTryAgainAndRememberThatItMayHaveArrived() {
    Queued brokenOffBefore = new Queued(1, true, DeliveryState.LEASED, true);

    assertThat(AttemptPolicy.decide(PACKAGE, UNREACHABLE, false, TRIES))
        .isEqualTo(new AfterAttempt.TryAgain("unreachable", false, NEXT));
    assertThat(AttemptPolicy.decide(PACKAGE, NO_ANSWER, false, TRIES))
        .isEqualTo(new AfterAttempt.TryAgain("no-answer", true, NEXT));
    assertThat(AttemptPolicy.decide(brokenOffBefore, UNREACHABLE, false, TRIES))
        .isEqualTo(new AfterAttempt.TryAgain("unreachable", true, NEXT));
  }

  @Test
  void shouldParkWhatIsRefused() {
    assertThat(AttemptPolicy.decide(PACKAGE, REFUSED, false, TRIES))
        .isEqualTo(new AfterAttempt.Park("http-400", "http-400", false));
  }

  @Test
  void shouldWithdrawAPackageThatWasNotTakenAndHasBeenCancelledMeanwhile() {
    assertThat(AttemptPolicy.decide(PACKAGE, UNREACHABLE, true, TRIES))
        .isEqualTo(new AfterAttempt.Withdraw("unreachable"));
    assertThat(AttemptPolicy.decide(PACKAGE, REFUSED, true, TRIES))
        .isEqualTo(new AfterAttempt.Withdraw("http-400"));
  }

  @Test
  void shouldNotWithdrawWhatMayHaveArrived() {
    assertThat(AttemptPolicy.decide(PACKAGE, NO_ANSWER, true, TRIES))
        .isEqualTo(new AfterAttempt.TryAgain("no-answer", true, NEXT));
  }

  @Test
  void shouldNeverWithdrawAnUpdate() {
    assertThat(AttemptPolicy.decide(UPDATE, UNREACHABLE, true, TRIES))
        .isEqualTo(new AfterAttempt.TryAgain("unreachable", false, NEXT));
    assertThat(AttemptPolicy.decide(UPDATE, REFUSED, true, TRIES))
        .isEqualTo(new AfterAttempt.Park("http-400", "http-400", false));
  }

  @Test
  void shouldGiveUpWhenTheNextAttemptWouldBeTooLate() {
    AfterAttempt gaveUp =
        AttemptPolicy.decide(PACKAGE, NO_ANSWER, false, tries(90, Duration.ofMinutes(59)));
    assertThat(gaveUp).isInstanceOf(AfterAttempt.TryAgain.class);

    gaveUp = AttemptPolicy.decide(PACKAGE, NO_ANSWER, false, tries(91, Duration.ofSeconds(3541)));
    assertThat(gaveUp).isEqualTo(new AfterAttempt.Park("gave-up", "no-answer", true));
  }

  @Test
  void shouldComeAgainWhenTheProgramAskedForIt() {
    AttemptResult asked = new AttemptResult.NotTaken("http-429", false, Duration.ofMinutes(5));

    assertThat(AttemptPolicy.decide(PACKAGE, asked, false, TRIES))
        .isEqualTo(new AfterAttempt.TryAgain("http-429", false, BEGUN.plusSeconds(303)));
  }

  @Test
  void shouldPutBackWhatTheHubItselfCouldNotTryHoweverLongThatTakes() {
    AttemptResult hindered = new AttemptResult.Hindered("record-unreachable");
    Tries late = tries(50, Duration.ofDays(9));

    assertThat(AttemptPolicy.decide(PACKAGE, hindered, true, late))
        .isEqualTo(new AfterAttempt.PutBack(late.now().plusSeconds(1)));
  }

  private static Tries tries(int number, Duration since) {
    return new Tries(number, BEGUN, BEGUN.plus(since), POLICY, 0);
  }
}
